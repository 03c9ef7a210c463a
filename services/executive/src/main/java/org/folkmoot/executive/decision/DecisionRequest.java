package org.folkmoot.executive.decision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What shall be decided.
 *
 * @param words the decision itself
 * @param options what else was considered
 * @param consultation who was asked, and what they said
 * @param power the power that it cites
 * @param subject what it is about, in the words of the power
 * @param matters what it touches besides; none of it may be reserved or excluded
 * @param money what it costs, in pounds with pence, as text; a power with a limit asks for it
 * @param months for how long it binds; a power with such a limit asks for it
 * @param planned what it is on the forward plan; absent if it was not announced
 * @param meeting the meeting in session at which it is taken; absent between meetings
 * @param deadline until when others can agree; absent if it is taken now
 */
record DecisionRequest(
        @NotBlank @Size(max = 300) String title,
        @NotBlank @Size(max = 20_000) String words,
        @NotBlank @Size(max = 20_000) String reason,
        @NotNull @Size(max = 20) List<@Valid @NotNull Option> options,
        @Size(max = 20_000) @Nullable String consultation,
        @NotNull UUID power,
        @NotBlank @Size(max = 500) String subject,
        @NotNull @Size(max = 50) List<@NotBlank @Size(max = 500) String> matters,

        @Pattern(regexp = "[0-9]{1,12}(\\.[0-9]{2})?") @Nullable
        String money,

        @Min(1) @Max(600) @Nullable Integer months,
        @Nullable UUID planned,
        @Nullable UUID meeting,
        @Nullable Instant deadline) {

    DecisionRequest {
        options = options == null ? List.of() : List.copyOf(options);
        matters = matters == null ? List.of() : List.copyOf(matters);
    }

    @Nullable
    BigDecimal amount() {
        return money == null ? null : new BigDecimal(money);
    }
}
