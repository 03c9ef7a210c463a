package org.folkmoot.tenancy;

import java.util.Locale;
import java.util.regex.Pattern;
import org.folkmoot.nhs.OdsCode;

/**
 * A tenant: one ICS, or the platform itself.
 *
 * @param id the ODS code of the integrated care board in lower case ({@code qkk}, {@code t6y0w}), or {@code platform}
 *     for the control plane, which owns no ICS's data
 */
public record Tenant(String id) {

    /** The control plane: platform operators, national data, the list of tenants. */
    public static final Tenant PLATFORM = new Tenant("platform");

    /** ODS codes of boards have three characters, or five since April 2026. */
    private static final Pattern BOARD = Pattern.compile("[a-z0-9]{3}|[a-z0-9]{5}");

    /** @throws IllegalArgumentException when the id is neither a board's code in lower case nor {@code platform} */
    public Tenant {
        if (!id.equals("platform") && !BOARD.matcher(id).matches()) {
            throw new IllegalArgumentException("not a tenant: " + id);
        }
    }

    /**
     * The tenant of that id.
     *
     * @throws IllegalArgumentException when there can be none
     */
    public static Tenant of(String id) {
        return id.equals(PLATFORM.id) ? PLATFORM : new Tenant(id);
    }

    /** The tenant that belongs to an integrated care board. */
    public static Tenant ofIcb(OdsCode icb) {
        return new Tenant(icb.code().toLowerCase(Locale.ROOT));
    }

    /** Whether this is the control plane and no ICS. */
    public boolean isPlatform() {
        return equals(PLATFORM);
    }

    /**
     * The board's ODS code.
     *
     * @throws IllegalStateException for the platform, which has none
     */
    public OdsCode icb() {
        if (isPlatform()) {
            throw new IllegalStateException("the platform is no integrated care board");
        }
        return OdsCode.of(id.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return id;
    }
}
