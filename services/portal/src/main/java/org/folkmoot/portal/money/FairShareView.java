package org.folkmoot.portal.money;

import java.util.List;
import org.folkmoot.portal.service.Books.Portion;
import org.folkmoot.portal.service.Books.Share;
import org.jspecify.annotations.Nullable;

/**
 * Where an amount went, and why.
 *
 * @param csv the portions as a file
 * @param xlsx the same as a spreadsheet
 * @param done what the person has just done; null if nothing
 */
public record FairShareView(
        Share share, String csv, String xlsx, @Nullable String done) {

    /** How much was divided. */
    public String amount() {
        return MoneyWords.pounds(share.amountPence());
    }

    /** By what. */
    public String rule() {
        return ShareRule.words(share.rule());
    }

    /** What all weigh together. */
    public String totalWeight() {
        return share.totalWeight().toPlainString();
    }

    /** How many pennies went to the largest fractions. */
    public long extraPennies() {
        return share.portions().stream().filter(Portion::extraPenny).count();
    }

    /** What each got. */
    public List<Row> rows() {
        return share.portions().stream().map(Row::new).toList();
    }

    /** What a practice got. */
    public record Row(Portion portion) {

        /** Its name, or its code. */
        public String practice() {
            String name = portion.name();
            return name == null ? portion.practice() : name;
        }

        /** What it weighs. */
        public String weight() {
            return portion.weight().toPlainString();
        }

        /** What it got. */
        public String amount() {
            return MoneyWords.pounds(portion.pence());
        }
    }
}
