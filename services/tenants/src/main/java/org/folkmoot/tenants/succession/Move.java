package org.folkmoot.tenants.succession;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.tenancy.Tenant;

/**
 * Practices that go from one ICS to another.
 *
 * @param predecessor the tenant that gives them, {@code qkk}
 * @param successor the tenant that takes them
 * @param practices their ODS codes, sorted
 */
@Schema(name = "SuccessionMove", description = "Practices that go from one ICS to another.")
public record Move(
        @Schema(description = "The tenant that gives them.", examples = "qkk")
        String predecessor,

        @Schema(description = "The tenant that takes them.", examples = "qwe")
        String successor,

        @Schema(description = "Their ODS codes, sorted.") List<String> practices) {

    public Move {
        practices = practices.stream().sorted().toList();
    }

    /** The tenant that gives them. */
    Tenant from() {
        return Tenant.of(predecessor);
    }

    /** The tenant that takes them. */
    Tenant to() {
        return Tenant.of(successor);
    }
}
