import { expect, type Page } from '@playwright/test';
import { type Answers, Citizen } from './citizen.js';

/** One of a family: what is answered and typed for them. */
export interface Member {
  name: string;
  number: string;
  answers: Answers;
  representative?: string;
}

/** Grandmother of 67, mother of 38, child of 8 who is to have an account. The numbers' prefix belongs to no province. */
export function family(seed: string): [Member, Member, Member] {
  const number = (n: number) => `0990${seed.slice(-7)}${n}`;
  return [
    {
      name: 'Trần Thị Thử',
      number: number(1),
      answers: { birth: ['2', '3', '1959'], situation: 'lost', account: 'no' },
    },
    {
      name: 'Lê Thị Mẫu',
      number: number(2),
      answers: { birth: ['6', '5', '1988'], situation: 'lost', account: 'no' },
    },
    {
      name: 'Phạm Văn Bé',
      number: number(3),
      answers: { birth: ['8', '7', '2018'], holds: 'nothing', account: 'wants' },
      representative: 'Lê Thị Mẫu',
    },
  ];
}

/** Somebody who books for a family: what is done on each of its pages. */
export class Household {
  readonly page: Page;
  readonly members: [Member, Member, Member];

  constructor(readonly citizen: Citizen) {
    this.page = citizen.page;
    this.members = family(citizen.who.number);
  }

  say(path: string, values: Record<string, string> = {}): string {
    return this.citizen.say(path, values);
  }

  /** Answers what is asked about a new member, whose first question is shown. */
  async answers(member: Member): Promise<void> {
    const usual: Required<Answers> = {
      status: 'citizen',
      birth: ['15', '8', '1985'],
      holds: 'chip_cccd',
      situation: 'lost',
      card_date: ['expires_on', '15', '8', '2045'],
      wants_new_print: 'yes',
      agency_error: 'yes',
      account: 'wants',
      data_right: 'yes',
      exemptions: [],
    };
    for (let i = 0; i < 12; i++) {
      const address = new URL(this.page.url());
      if (!address.pathname.endsWith('/hoi')) break;
      const name = (address.searchParams.get('hoi') ?? 'status') as keyof Answers;
      await this.citizen.answer(name, { ...usual, ...member.answers });
      await this.page.waitForURL((url) => url.href !== address.href);
    }
    await expect(this.page).toHaveURL(/\/ca-nha\/nguoi\/\d\/nhu-cau$/);
  }

  /** Adds a member to the list and comes back to it. */
  async add(member: Member, first = false): Promise<void> {
    await this.citizen.press(first ? 'household.add_first' : 'household.add');
    await this.citizen.at('needs.status.title');
    await this.answers(member);
    await this.page.getByRole('link', { name: this.say('household.back_to_list') }).click();
    await this.citizen.at('household.title');
  }

  /** The list with all three. */
  async list(): Promise<void> {
    await this.citizen.open('/dat-lich/ca-nha');
    await this.citizen.at('household.title');
    await this.add(this.members[0], true);
    await this.add(this.members[1]);
    await this.add(this.members[2]);
    await expect(this.page.locator('.member')).toHaveCount(3);
  }

  /** From the list to the windows of the first day. */
  async to_windows(day = 0): Promise<void> {
    await this.citizen.go_on();
    await this.citizen.at('booking.place.title');
    await this.page.locator('#search').fill('pc06');
    await this.page.locator('[data-office="hcm-pc06"]').getByRole('button').click();
    await this.citizen.at('household.time_title');
    await this.page.locator('button.day').nth(day).click();
    await expect(this.page.locator('.windows .slot').first()).toBeVisible();
  }

  /** Chooses a window; gives its begin. */
  async window(at = 0): Promise<string> {
    const slot = this.page.locator('.windows .slot').nth(at);
    const value = await slot.getAttribute('data-value');
    await slot.click();
    await expect(this.page).toHaveURL(/\/nguoi\/1\/thong-tin$/);
    return value!;
  }

  /** Everybody's details, from the first page of them to the phone's. */
  async details(): Promise<void> {
    for (const [at, member] of this.members.entries()) {
      await expect(this.page).toHaveURL(new RegExp(`/nguoi/${at + 1}/thong-tin$`));
      await this.page.locator('#full_name').fill(member.name);
      await this.page.locator('#personal_number').fill(member.number);
      if (member.representative) await this.page.locator('#representative_name').fill(member.representative);
      await this.citizen.go_on();
    }
    await this.citizen.at('household.contact_title');
  }

  /** The phone, its code, up to the check. */
  async phone(): Promise<void> {
    await this.page.locator('#otp_phone').fill(this.citizen.who.phone);
    await this.citizen.go_on();
    await this.citizen.prove();
    await this.citizen.at('household.check_title');
  }

  /** Everything up to the check. */
  async to_check(): Promise<void> {
    await this.list();
    await this.to_windows();
    await this.window();
    await this.details();
    await this.phone();
  }

  /** Declares and presses the last button. */
  async book(): Promise<void> {
    await this.page.locator('#declared').check();
    const words = this.say(this.citizen.lang === 'en' ? 'household.book.other' : 'household.book.other', { count: '3' });
    await this.page.getByRole('button', { name: words, exact: true }).click();
  }
}
