package org.folkmoot.nhs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The permanent identifier that the NHS Organisation Data Service (ODS) gives to an organisation or to one of its sites.
 *
 * <p><b>Form.</b> Three to nine ASCII letters and digits: the coding frames of the NHS Data Dictionary give up to eight
 * characters to an organisation and up to nine to a site. Seen in the national files: {@code QKK}, {@code T6Y0W} (ICBs),
 * {@code 06L}, {@code A3A8R} (sub-ICB locations), {@code Y56} (regions), {@code A99917} (practices), {@code U00000}
 * (networks: this one is real), {@code R1J}, {@code K0N6A} (trusts), {@code D82001001} (branch surgeries). Neither the
 * length nor a letter tells the kind of organisation: {@code Y56} and {@code Y00054} share a first letter, {@code K0N6A}
 * and {@code T6Y0W} a form.
 *
 * <p><b>One spelling.</b> Letter case carries no meaning in ODS, and an organisation must be one key in every table,
 * topic and hash, so lower-case letters are accepted and held as upper-case. Nothing else is repaired: blanks, dashes
 * and letters beyond ASCII are refused. The single letter {@code U}, by which some files say "no network", is not a code,
 * and ten digits, which could be an NHS number in the wrong column, are not one either.
 *
 * <p>In JSON a code is a plain string.
 *
 * @param code the code in upper-case
 */
public record OdsCode(@JsonValue String code) implements Comparable<OdsCode> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{3,9}");

    /**
     * @throws IllegalArgumentException if the text has not the form of a code; the text itself is not repeated in the
     *     message, since it may be anything
     */
    public OdsCode {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("An ODS code has three to nine letters and digits");
        }
        code = code.toUpperCase(Locale.ROOT);
    }

    /**
     * The code that a program already trusts to be one.
     *
     * @throws IllegalArgumentException if the text has not the form of a code
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OdsCode of(String text) {
        return new OdsCode(text);
    }

    /** The code that a person or a file gave, or empty if the text has not the form of one. */
    public static Optional<OdsCode> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new OdsCode(text)) : Optional.empty();
    }

    /** Alphabetical, digits before letters, as the ODS files are sorted. */
    @Override
    public int compareTo(OdsCode other) {
        return code.compareTo(other.code);
    }

    /** The bare code, since it is public and reads well in a sentence. */
    @Override
    public String toString() {
        return code;
    }
}
