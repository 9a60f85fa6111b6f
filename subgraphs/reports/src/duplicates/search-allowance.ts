import { badUserInput } from '@satu-pintu/service-kit';

/** Each costs as much as a page of reports; a page on which every report asks for it would cost a hundred times that. */
const MOST_IN_ONE_REQUEST = 5;

/** How many searches for duplicates one request may still ask for. */
export class SearchAllowance {
  private left = MOST_IN_ONE_REQUEST;

  /** Takes one; BAD_USER_INPUT when none is left. */
  take(): void {
    if (this.left === 0)
      throw badUserInput(
        `\`likelyDuplicates\` can be asked for ${String(MOST_IN_ONE_REQUEST)} times in one request.`,
      );
    this.left -= 1;
  }
}
