import type { Account } from '../shared/account.ts';
import { isObject } from '../shared/json.ts';
import type { Stack } from './assembly.ts';
import type { TemplateResource } from './template.ts';

/** A resource of a template, with its properties resolved when they are asked for. */
export interface Resource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  /** One resolved property; undefined where the template does not set it. */
  property(name: string): unknown;
  /** All resolved properties. */
  properties(): Record<string, unknown>;
}

/** What `Ref` and `Fn::GetAtt` give for a resource. */
export interface Identity {
  readonly reference: string;
  /** Gives undefined for an attribute that the embedded cloud does not know. */
  attribute(name: string): string | undefined;
}

/** Where in the assembly a value stands, for error messages. */
interface Place {
  readonly stack: Stack;
  readonly path: string;
}

/**
 * Resolves CloudFormation's intrinsic functions across all the stacks of an application.
 * Whatever it cannot resolve it reports with the stack, the place in the template and a remedy.
 */
export class Resolver {
  readonly #stacks: readonly Stack[];
  readonly #account: Account;
  readonly #identify: (resource: Resource) => Identity;

  constructor(stacks: readonly Stack[], account: Account, identify: (resource: Resource) => Identity) {
    this.#stacks = stacks;
    this.#account = account;
    this.#identify = identify;
  }

  /** Every resource whose condition holds, stack by stack. */
  resources(): Resource[] {
    return this.#stacks.flatMap((stack) =>
      Object.entries(stack.template.Resources)
        .filter(([id, { Condition }]) => this.#holds(Condition, { stack, path: `Resources.${id}` }))
        .map(([id, resource]) => this.#resource(stack, id, resource)),
    );
  }

  /** The outputs of one stack, by output key. */
  outputs(stack: Stack): Record<string, string> {
    const outputs = Object.entries(stack.template.Outputs).filter(([key, { Condition }]) =>
      this.#holds(Condition, { stack, path: `Outputs.${key}` }),
    );
    return Object.fromEntries(
      outputs.map(([key, { Value }]) => [key, this.#text(Value, { stack, path: `Outputs.${key}.Value` })]),
    );
  }

  #resource(stack: Stack, logicalId: string, resource: TemplateResource): Resource {
    const resolve = (name: string) =>
      this.#value(resource.Properties[name], { stack, path: `Resources.${logicalId}.Properties.${name}` });
    return {
      stack: stack.name,
      logicalId,
      type: resource.Type,
      property: resolve,
      properties: () =>
        Object.fromEntries(Object.keys(resource.Properties).map((name) => [name, resolve(name)])),
    };
  }

  #value(value: unknown, place: Place): unknown {
    if (Array.isArray(value)) {
      return value
        .map((item, index) => this.#value(item, inside(place, index)))
        .filter((item) => item !== undefined);
    }
    if (!isObject(value)) return value;
    const [only, ...others] = Object.entries(value);
    if (only !== undefined && others.length === 0 && /^(Ref|Condition|Fn::\w+)$/.test(only[0])) {
      return this.#intrinsic(only[0], only[1], inside(place, only[0]));
    }
    const members = Object.entries(value).map(([key, item]) => [key, this.#value(item, inside(place, key))]);
    return Object.fromEntries(members.filter(([, item]) => item !== undefined));
  }

  #intrinsic(name: string, argument: unknown, place: Place): unknown {
    switch (name) {
      case 'Ref':
        return this.#reference(String(argument), place);
      case 'Fn::GetAtt': {
        const [id, ...attribute] =
          typeof argument === 'string' ? argument.split('.') : this.#list(argument, place);
        return this.#attribute(String(id), attribute.join('.'), place);
      }
      case 'Fn::Join': {
        const [separator, parts] = this.#list(argument, place);
        return this.#list(parts, place)
          .map((part) => this.#text(part, place))
          .join(String(separator));
      }
      case 'Fn::Sub':
        return this.#substitute(argument, place);
      case 'Fn::Select': {
        const [index, items] = this.#list(argument, place);
        return this.#list(items, place)[Number(index)];
      }
      case 'Fn::Split': {
        const [separator, text] = this.#list(argument, place);
        return this.#text(text, place).split(String(separator));
      }
      case 'Fn::ImportValue':
        return this.#imported(this.#text(argument, place), place);
      case 'Fn::GetStackOutput':
        return this.#stackOutput(this.#value(argument, place), place);
      case 'Fn::FindInMap': {
        const [map, key, member] = this.#list(argument, place).map(String);
        return (
          place.stack.template.Mappings[map ?? '']?.[key ?? '']?.[member ?? ''] ??
          unresolved(place, 'names no entry of Mappings')
        );
      }
      case 'Fn::If': {
        if (!Array.isArray(argument)) return unresolved(place, 'needs a list of three');
        return this.#value(this.#holds(String(argument[0]), place) ? argument[1] : argument[2], place);
      }
      case 'Condition':
        return this.#holds(String(argument), place);
      case 'Fn::Equals': {
        const [left, right] = this.#list(argument, place);
        return JSON.stringify(left) === JSON.stringify(right);
      }
      case 'Fn::And':
        return this.#list(argument, place).every((item) => item === true);
      case 'Fn::Or':
        return this.#list(argument, place).some((item) => item === true);
      case 'Fn::Not':
        return this.#list(argument, place)[0] !== true;
      default:
        return unresolved(
          place,
          `uses ${name}, which the embedded cloud does not know: add it to local/assembly/resolver.ts`,
        );
    }
  }

  #reference(id: string, place: Place): unknown {
    const { stack } = place;
    const pseudo: Record<string, unknown> = {
      'AWS::Region': this.#account.region,
      'AWS::AccountId': this.#account.accountId,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::StackName': stack.name,
      'AWS::StackId': `arn:aws:cloudformation:${this.#account.region}:${this.#account.accountId}:stack/${stack.name}/local`,
      'AWS::NoValue': undefined,
    };
    if (id in pseudo) return pseudo[id];
    const parameter = stack.template.Parameters[id];
    if (parameter !== undefined) {
      return parameter.Default ?? unresolved(place, `needs a value for parameter ${id}: give it a default`);
    }
    return this.#identity(id, place).reference;
  }

  #attribute(id: string, attribute: string, place: Place): string {
    return (
      this.#identity(id, place).attribute(attribute) ??
      unresolved(
        place,
        `asks for attribute ${attribute} of ${id}, which the embedded cloud does not know: add it in local/resources/`,
      )
    );
  }

  #identity(id: string, place: Place): Identity {
    const resource = place.stack.template.Resources[id];
    if (resource === undefined) return unresolved(place, `names ${id}, which is no resource of this stack`);
    return this.#identify(this.#resource(place.stack, id, resource));
  }

  #substitute(argument: unknown, place: Place): string {
    const [text, values] = Array.isArray(argument) ? this.#list(argument, place) : [argument, {}];
    return String(text).replaceAll(/\$\{([^}]+)\}/g, (_, name: string) => {
      if (name.startsWith('!')) return `\${${name.slice(1)}}`;
      if (isObject(values) && name in values) return this.#text(values[name], place);
      const [id = '', ...attribute] = name.split('.');
      return attribute.length === 0
        ? this.#text({ Ref: id }, place)
        : this.#attribute(id, attribute.join('.'), place);
    });
  }

  #imported(name: string, place: Place): string {
    for (const stack of this.#stacks) {
      for (const [key, { Export, Value }] of Object.entries(stack.template.Outputs)) {
        const producer = { stack, path: `Outputs.${key}` };
        if (Export !== undefined && this.#text(Export.Name, producer) === name)
          return this.#text(Value, producer);
      }
    }
    return unresolved(place, `imports ${name}, which no stack of this assembly exports`);
  }

  #stackOutput(argument: unknown, place: Place): string {
    const { StackName: name, OutputName: key } = isObject(argument) ? argument : {};
    const stack = this.#stacks.find((candidate) => candidate.name === name);
    const output = stack?.template.Outputs[String(key)];
    if (stack === undefined || output === undefined) {
      return unresolved(
        place,
        `asks for output ${String(key)} of stack ${String(name)}, which this assembly does not have`,
      );
    }
    return this.#text(output.Value, { stack, path: `Outputs.${String(key)}` });
  }

  #holds(condition: string | undefined, place: Place): boolean {
    if (condition === undefined) return true;
    const expression = place.stack.template.Conditions[condition];
    if (expression === undefined)
      return unresolved(place, `names condition ${condition}, which its stack does not have`);
    return this.#value(expression, { stack: place.stack, path: `Conditions.${condition}` }) === true;
  }

  #list(value: unknown, place: Place): unknown[] {
    const resolved = this.#value(value, place);
    return Array.isArray(resolved) ? resolved : unresolved(place, 'needs a list');
  }

  #text(value: unknown, place: Place): string {
    const resolved = this.#value(value, place);
    if (typeof resolved === 'string') return resolved;
    if (typeof resolved === 'number' || typeof resolved === 'boolean') return String(resolved);
    return unresolved(place, `needs text, not ${JSON.stringify(resolved)}`);
  }
}

function inside(place: Place, member: string | number): Place {
  return { stack: place.stack, path: `${place.path}.${member}` };
}

function unresolved(place: Place, why: string): never {
  throw new Error(`stack ${place.stack.name}: ${place.path} ${why}`);
}
