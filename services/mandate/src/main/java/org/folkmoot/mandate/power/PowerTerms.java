package org.folkmoot.mandate.power;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a power says.
 *
 * @param subject what it is about
 * @param mayDecide what may be decided
 * @param limit how far it goes
 * @param holder a role ({@code executive-manager}) or a person's subject
 * @param from its first day
 * @param until its last day, no later than its mandate's
 * @param review the day before which it is reviewed
 * @param reserved matters that it does not include
 */
public record PowerTerms(
        @NotBlank @Size(max = 500) String subject,
        @NotBlank @Size(max = 4000) String mayDecide,
        @NotNull @Valid Limit limit,
        @NotBlank @Size(max = 200) String holder,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @NotNull
        LocalDate from,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @NotNull
        LocalDate until,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @NotNull
        LocalDate review,

        @NotNull @Size(max = 50) List<@NotBlank @Size(max = 500) String> reserved) {

    /**
     * How far a power goes; what is absent is not limited.
     *
     * @param money for one decision, in pounds with pence, as text
     * @param total for all decisions together, in pounds with pence, as text
     * @param months for how long a decision may bind
     * @param number how many decisions may be taken
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Limit(
            @Pattern(regexp = AMOUNT) @Nullable String money,
            @Pattern(regexp = AMOUNT) @Nullable String total,
            @Min(1) @Max(600) @Nullable Integer months,
            @Min(1) @Max(1_000_000) @Nullable Integer number) {

        private static final String AMOUNT = "[0-9]{1,12}(\\.[0-9]{2})?";

        /** Whether this goes nowhere further than the other. */
        boolean isWithin(Limit other) {
            return isWithin(amount(money), amount(other.money))
                    && isWithin(amount(total), amount(other.total))
                    && isWithin(months, other.months)
                    && isWithin(number, other.number);
        }

        private static @Nullable BigDecimal amount(@Nullable String pounds) {
            return pounds == null ? null : new BigDecimal(pounds);
        }

        private static <N extends Comparable<N>> boolean isWithin(@Nullable N mine, @Nullable N others) {
            return others == null || (mine != null && mine.compareTo(others) <= 0);
        }
    }

    public PowerTerms {
        reserved = reserved == null ? List.of() : List.copyOf(reserved);
    }

    /**
     * Whether it goes nowhere further than the other: in amount, in time, in what is reserved, and to nobody else; and is
     * reviewed no later.
     */
    @JsonIgnore
    boolean isWithin(PowerTerms other) {
        return subject.equals(other.subject)
                && holder.equals(other.holder)
                && limit.isWithin(other.limit)
                && !from.isBefore(other.from)
                && !until.isAfter(other.until)
                && !review.isAfter(other.review)
                && reserved.containsAll(other.reserved);
    }

    /** The same, to be reviewed before that day. */
    @JsonIgnore
    PowerTerms reviewedBefore(LocalDate day) {
        return new PowerTerms(subject, mayDecide, limit, holder, from, until, day, reserved);
    }

    /** Whether its days follow each other. */
    @JsonIgnore
    boolean isInOrder() {
        return !review.isBefore(from) && !until.isBefore(review);
    }
}
