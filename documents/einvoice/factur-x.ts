import type { DocumentContent } from '../content/content.ts';
import type { DocumentLocaliser } from '../parts/localiser.ts';
import type { EmbeddedFile } from '../typesetting/embedded-file.ts';
import { crossIndustryInvoice } from './cii.ts';
import { eInvoiceOf } from './collect.ts';

/** The name that Factur-X 1.0 (ZUGFeRD 2) prescribes. */
const name = 'factur-x.xml';

/** The XML that makes a PDF a Factur-X, which is ZUGFeRD; undefined where the document is not issued as data. */
export function facturXOf(localiser: DocumentLocaliser, content: DocumentContent): EmbeddedFile | undefined {
  const invoice = eInvoiceOf(localiser, content);
  if (invoice === undefined) return undefined;
  return {
    name,
    bytes: Buffer.from(crossIndustryInvoice(invoice)),
    type: 'text/xml',
    description: 'Factur-X/ZUGFeRD',
    date: content.issuedOn,
    relationship: 'Alternative',
    metadata,
  };
}

/** What a Factur-X says of itself in XMP, and the schema of that, which PDF/A asks for. */
const metadata = `
        <rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#">
            <fx:DocumentType>INVOICE</fx:DocumentType>
            <fx:DocumentFileName>${name}</fx:DocumentFileName>
            <fx:Version>1.0</fx:Version>
            <fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>
        </rdf:Description>
        <rdf:Description rdf:about=""
            xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
            xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
                <pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
                <pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>
                <pdfaSchema:prefix>fx</pdfaSchema:prefix>
                <pdfaSchema:property><rdf:Seq>
                    ${property('DocumentFileName', 'The name of the embedded XML document')}
                    ${property('DocumentType', 'The type of the hybrid document in capital letters, e.g. INVOICE or ORDER')}
                    ${property('Version', 'The actual version of the standard applying to the embedded XML document')}
                    ${property('ConformanceLevel', 'The conformance level of the embedded XML document')}
                </rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>
        `;

function property(called: string, description: string): string {
  return (
    '<rdf:li rdf:parseType="Resource">' +
    `<pdfaProperty:name>${called}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>` +
    '<pdfaProperty:category>external</pdfaProperty:category>' +
    `<pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`
  );
}
