package org.folkmoot.tenants.succession;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A plan that is to be drawn up. */
@Schema(description = "A plan that is to be drawn up. What is wrong with it is said of each value.")
record SuccessionRequest(
        @Schema(
                description = "What it rests on. Kept for ever: name nobody in it.",
                examples = "The Integrated Care Boards (Establishment) Order 2027")
        @NotBlank
        @Size(max = 200)
        String basis,

        @Schema(
                description = "The instant from which the successors are to have the practices.",
                examples = "2027-03-31T23:00:00Z")
        @NotNull
        Instant cutOver,

        @NotNull @Size(min = 1, max = 40) List<@NotNull @Valid MoveRequest> moves) {

    List<Move> plannedMoves() {
        return moves.stream().map(MoveRequest::move).toList();
    }
}
