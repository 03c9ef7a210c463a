package org.folkmoot.tenants.succession;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which practices are to go from one ICS to another. */
@Schema(description = "Which practices are to go from one ICS to another.")
record MoveRequest(
        @Schema(description = "The ODS code of the board that gives them.", examples = "QNX")
        @NotNull
        @Pattern(regexp = MoveRequest.BOARD, message = MoveRequest.NO_BOARD)
        String predecessor,

        @Schema(description = "The ODS code of the board that takes them.", examples = "S9B9J")
        @NotNull
        @Pattern(regexp = MoveRequest.BOARD, message = MoveRequest.NO_BOARD)
        String successor,

        @Schema(description = "The ODS codes of the practices.") @NotNull @Size(min = 1, max = 2000)
        List<
                        @NotNull
                        @Pattern(
                                regexp = "[A-Za-z0-9]{3,9}",
                                message = "must be an ODS code: three to nine letters and digits")
                        String>
                practices) {

    static final String BOARD = "[A-Za-z0-9]{3}|[A-Za-z0-9]{5}";
    static final String NO_BOARD = "must be the ODS code of a board: three or five letters and digits";

    Move move() {
        return new Move(
                predecessor.toLowerCase(Locale.ROOT),
                successor.toLowerCase(Locale.ROOT),
                practices.stream().map(code -> code.toUpperCase(Locale.ROOT)).toList());
    }
}
