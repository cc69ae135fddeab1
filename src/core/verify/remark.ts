/** What there is to remark on a checked quotation. */
export type Remark =
  | {
      readonly kind:
        | 'only the beginning'
        | 'no words'
        | 'unclear speaker'
        | 'omitted speaker'
        | 'tag between'
        | 'begins earlier'
        | 'goes on'
        | 'these unmarked'
        | 'these partly marked'
        | 'nearest unmarked'
        | 'nearest partly marked'
        | 'negation differs'
        | 'negation elsewhere'
        | 'number differs'
        | 'name differs';
    }
  | {
      readonly kind:
        | 'another speaker'
        | 'probable speaker'
        | 'omitted negation'
        | 'omitted number'
        | 'negation outside';
      /** The name, or the words as printed; empty where the article gives none. */
      readonly words: string;
    };
