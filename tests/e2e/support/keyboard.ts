import { expect, type Page } from '@playwright/test';

/** Somebody who has no mouse. Whatever is reached is reached by Tab, as the page's order has it. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** A page that has come has put the focus on its heading. */
  async settled(): Promise<void> {
    await expect(this.page.locator('.skeleton')).toHaveCount(0);
  }

  /** To what is called so. */
  to(name: string): Promise<void> {
    return this.walk('Tab', name, (at) => at.text === name);
  }

  /** The same, above. */
  back_to(name: string): Promise<void> {
    return this.walk('Shift+Tab', name, (at) => at.text === name);
  }

  /** Into a field, or a group of them, by its id. */
  into(id: string): Promise<void> {
    return this.walk('Tab', id, (at) => at.ids.includes(id.slice(1)));
  }

  /** To the first that the selector fits: one of many alike, which no name tells apart. */
  async until(selector: string): Promise<void> {
    for (let i = 0; i < 120; i++) {
      const there = await this.page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, selector);
      if (there) return;
      await this.press('Tab');
    }
    throw new Error(`Tab never came to ${selector}`);
  }

  /** Chooses in a group of radio buttons: Tab comes into it, the arrows go through it. */
  async choose(group: string, value: string): Promise<void> {
    await this.into(group);
    await this.press('Space');
    const chosen = this.page.locator(`${group} input[value="${value}"]`);
    for (let i = 0; i < 20; i++) {
      if (await chosen.isChecked()) return;
      await this.press('ArrowDown');
    }
    throw new Error(`the arrows never came to ${value}`);
  }

  /** Presses what is called so. */
  async does(name: string): Promise<void> {
    await this.to(name);
    await this.press('Enter');
  }

  /** Types into a field. */
  async fills(id: string, text: string): Promise<void> {
    await this.into(id);
    await this.type(text);
  }

  /** Chooses the first of every group and ticks every box on the way to a button. */
  answer_all(button: string): Promise<void> {
    return this.walk('Tab', button, (at) => at.text === button, async (at) => {
      if (at.open) await this.press('Space');
    });
  }

  private async walk(key: string, name: string, there: (at: At) => boolean, each: (at: At) => Promise<void> = async () => {}): Promise<void> {
    for (let i = 0; i < 120; i++) {
      const at = await this.page.evaluate(where);
      if (there(at)) return;
      await each(at);
      await this.press(key);
    }
    throw new Error(`${key} never came to ${name}`);
  }
}

interface At {
  /** Its words. */
  text: string;
  /** Its id and those around it. */
  ids: string[];
  /** A box not ticked, or one of a group of which none is chosen. */
  open: boolean;
}

function where(): At {
  const at = document.activeElement;
  const ids: string[] = [];
  for (let one: Element | null = at; one; one = one.parentElement) if (one.id) ids.push(one.id);
  const box = at instanceof HTMLInputElement ? at : null;
  const chosen = box?.type === 'radio' && document.querySelector(`input[type=radio][name="${box.name}"]:checked`) !== null;
  const open = box !== null && ((box.type === 'checkbox' && !box.checked) || (box.type === 'radio' && !chosen));
  return { text: (at?.textContent ?? '').trim(), ids, open };
}
