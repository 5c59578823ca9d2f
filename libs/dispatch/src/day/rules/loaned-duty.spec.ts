import { dutyUnderLoans } from './loaned-duty.js';

const at = (clock: string) => new Date(`2026-11-30T${clock}:00Z`);
const duty = { from: at('06:00'), to: at('22:00') };
const loan = (from: string, until: string) => ({
  vehicleId: 'truck',
  driverId: 'driver',
  borrowerEnterpriseId: 'borrower',
  plantId: 'plant',
  fromAt: at(from),
  untilAt: at(until),
});
const owner = { enterpriseId: 'owner', isOwner: true };
const borrower = { enterpriseId: 'borrower', isOwner: false };

describe('a vehicle that is lent for a while', () => {
  it('is the borrower’s for that while', () => {
    expect(dutyUnderLoans(duty, [loan('14:00', '20:00')], borrower)).toEqual({
      from: at('14:00'),
      to: at('20:00'),
    });
  });

  it('is its owner’s for the longer rest of the day', () => {
    expect(dutyUnderLoans(duty, [loan('14:00', '20:00')], owner)).toEqual({
      from: at('06:00'),
      to: at('14:00'),
    });
    expect(dutyUnderLoans(duty, [loan('06:00', '09:00')], owner)).toEqual({
      from: at('09:00'),
      to: at('22:00'),
    });
  });

  it('is nobody’s to plan on where no time is left', () => {
    expect(dutyUnderLoans(duty, [loan('05:00', '23:00')], owner)).toBeNull();
    expect(dutyUnderLoans(duty, [loan('23:00', '23:30')], borrower)).toBeNull();
  });

  it('is its user’s all day where nothing is lent', () => {
    expect(dutyUnderLoans(duty, [], owner)).toEqual(duty);
    expect(dutyUnderLoans(duty, [], borrower)).toEqual(duty);
  });
});
