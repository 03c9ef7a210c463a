package org.folkmoot.neighbourhood.seal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The key of one patient, with which texts about them are sealed and opened.
 *
 * <p>A field is named {@code <table>.<column>/<row>} ({@code <table>.<column>} where the row is the patient's own), so that no
 * sealed text can be put in the place of another.
 */
public final class PatientKey {

    private final SecretBytes key;
    private final String owner;

    PatientKey(SecretBytes key, String tenant, UUID patient) {
        this.key = key;
        this.owner = tenant + "/" + patient + "/";
    }

    /** The text, sealed for this field. */
    public byte[] seal(String field, String text) {
        return key.seal(text.getBytes(StandardCharsets.UTF_8), owner + field);
    }

    /** {@link #seal} of what may be absent. */
    public byte @Nullable [] sealIfAny(String field, @Nullable String text) {
        return text == null ? null : seal(field, text);
    }

    /**
     * The text that was sealed for this field.
     *
     * @throws IllegalStateException if it was sealed for another patient or field, or was altered
     */
    public String open(String field, byte[] sealed) {
        return new String(key.open(sealed, owner + field), StandardCharsets.UTF_8);
    }

    /** {@link #open} of what may be absent. */
    public @Nullable String openIfAny(String field, byte @Nullable [] sealed) {
        return sealed == null ? null : open(field, sealed);
    }

    @Override
    public String toString() {
        return "PatientKey[withheld]";
    }
}
