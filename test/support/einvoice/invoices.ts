import type { Customer } from '../../../domain/customer/customer.ts';
import { customerTermsOf } from '../../../domain/customer/terms.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { Play } from '../application/play.ts';
import { customer } from '../mail/mails.ts';

/** Businesses of the video system's plan, with all that their country and form ask for. */
export const german: Customer = customer({
  name: 'Hafenblick GmbH & Co. KG',
  country: 'DE',
  locale: 'de-DE',
  email: 'it@hafenblick.example',
  billingEmail: 'rechnungen@hafenblick.example',
  address: ['Hafenstraße 3', '20457 Hamburg'],
  vatId: 'DE999999999',
  accountManager: 'kim@video-sma.example',
});

export const austrian: Customer = customer({
  name: 'Alpensicht Handels-GmbH',
  country: 'AT',
  locale: 'de-AT',
  email: 'office@alpensicht.example',
  address: ['z. H. Frau Gruber', 'Mariahilfer Straße 10', '1070 Wien'],
  vatId: 'ATU12345675',
  poNumber: 'PO-2026-118',
});

export const irish: Customer = customer({
  name: 'Liffey View Ltd',
  country: 'IE',
  locale: 'en-IE',
  email: 'accounts@liffey.example',
  address: ['1 Custom House Quay', 'Dublin 1', 'D01 F6P3'],
  vatId: 'IE6388047V',
});

export const swiss: Customer = customer({
  name: 'Rheinblick AG',
  country: 'CH',
  locale: 'de-CH',
  email: 'office@rheinblick.example',
  address: ['Rheingasse 4', '4058 Basel'],
});

/** A video system of a customer, covered until 14 March 2026: its licence has the customer's terms. */
export function systemOf(owner: Customer, list = 10_000_00): Play {
  return new Play(videoSma, {
    ...customerTermsOf(owner),
    product: 'ProBox',
    edition: 'Enterprise',
    modules: { 'CAM-16': list - 399_95, POS: 399_95 },
    purchasedOn: '2025-03-15',
  });
}
