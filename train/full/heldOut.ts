/** Every third text is kept from the networks and fields that propose to the judge; it learns from these texts. */
export function isHeldOut(index: number): boolean {
  return index % 3 === 2;
}
