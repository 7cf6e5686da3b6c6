/** Last words of newspapers' names that mean one where they stand alone: "the Times". */
export const PAPERS =
  "Times|Post|Journal|Herald|Tribune|Globe|Star|Chronicle|Examiner|Register|Telegraph|Mail|Standard|Inquirer|Gazette|Courier";

/** These and more end the name of a newspaper that is known to be one: "the Sun" alone shines. */
export const ALL_PAPERS = `${PAPERS}|Observer|Dispatch|Sentinel|Enquirer|Mirror|Express|Ledger|Bee|News|Record|Mercury|Spectator|Sun`;
