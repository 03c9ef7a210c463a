package org.folkmoot.portal.money;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.service.Books.Heads;

/** The amounts by head, as the forms of a budget and of what was spent have them. */
public enum HeadFields {
    LOCUMS("locums", "Locums", "locumsPence"),
    STAFF("staff", "Substantive staff", "substantiveStaffPence"),
    PREMISES("premises", "Premises", "premisesPence"),
    OTHER("other", "Other", "otherPence");

    private final String field;
    private final String words;
    private final String pence;

    HeadFields(String field, String words, String pence) {
        this.field = field;
        this.words = words;
        this.pence = pence;
    }

    /** The field's name. */
    public String field() {
        return field;
    }

    /** What people call the head. */
    public String words() {
        return words;
    }

    /** What stands in the field. */
    public String text(Form form) {
        return form.text(field);
    }

    /**
     * The fields by the registry's names of the amounts.
     *
     * @param within what stands before them in a request: {@code heads}, or {@code budget/heads} where it is a part of one
     */
    static Map<String, Field> fields(String... within) {
        return Stream.of(within)
                .flatMap(prefix -> Stream.concat(
                        // What is wrong with all of them together is told at the first.
                        Stream.of(Map.entry(prefix, new Field(LOCUMS.field, "The amounts"))),
                        Stream.of(values())
                                .map(head -> Map.entry(prefix + "/" + head.pence, new Field(head.field, head.words)))))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** These mistakes, and one of each head that is no amount. */
    static FormErrors mistakes(FormErrors errors, Entered entered) {
        for (HeadFields head : values()) {
            errors = errors.unless(
                    MoneyWords.pence(entered.text(head.field)).isPresent(),
                    head.field,
                    head.words + " must be an amount, such as 12,000 or 12,000.50; 0 if there is none");
        }
        return errors;
    }

    /** What was entered, once it is without mistakes. */
    static Heads heads(Entered entered) {
        return new Heads(
                LOCUMS.amount(entered), STAFF.amount(entered), PREMISES.amount(entered), OTHER.amount(entered));
    }

    /** The form with these amounts. */
    static Entered known(Entered entered, Heads heads) {
        return entered.with(LOCUMS.field, MoneyWords.entered(heads.locumsPence()))
                .with(STAFF.field, MoneyWords.entered(heads.substantiveStaffPence()))
                .with(PREMISES.field, MoneyWords.entered(heads.premisesPence()))
                .with(OTHER.field, MoneyWords.entered(heads.otherPence()));
    }

    private long amount(Entered entered) {
        return MoneyWords.pence(entered.text(field)).orElseThrow();
    }
}
