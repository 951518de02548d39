/** A person who does not exist: prefix 098 belongs to no province. */
export interface Persona {
  name: string;
  number: string;
  birth: { day: string; month: string; year: string };
  /** Vietnamese mobile number as typed. */
  phone: string;
  password: string;
  passcode: string;
  /** What must never be found in a log. */
  secrets: string[];
}

/** Another person for every (worker, serial) pair. */
export function persona(worker: number, serial: number): Persona {
  const n = String((worker * 977 + serial) % 1000).padStart(3, '0');
  const stamp = String(Date.now() % 1000).padStart(3, '0');
  const number = `098085${n}${stamp}`;
  const phone = `0987${n}${stamp}`;
  const name = 'Nguyễn Văn Thử Nghiệm';
  const password = `Thu-Nghiem${n}a!`.replaceAll('-', '_');
  const passcode = `8${n}41`.slice(0, 6).padEnd(6, '7');
  return {
    name,
    number,
    birth: { day: '15', month: '8', year: '1985' },
    phone,
    password,
    passcode,
    secrets: [name, number, phone, phone.slice(1), password, '1985-08-15'],
  };
}
