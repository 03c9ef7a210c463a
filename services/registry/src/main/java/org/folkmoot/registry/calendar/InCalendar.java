package org.folkmoot.registry.calendar;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that a person can mean: of the years 1900 to 2199. Beyond them a typing mistake is likely, and far beyond them
 * databases and calendars disagree about what a date is. An absent day is in the calendar.
 */
@Documented
@Constraint(validatedBy = InCalendar.Years.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface InCalendar {

    /** What is said of a day that is not. */
    String message() default "must be a day of the years 1900 to 2199";

    /** As of every constraint. */
    Class<?>[] groups() default {};

    /** As of every constraint. */
    Class<? extends Payload>[] payload() default {};

    /** The check. Public because the platform makes it. */
    class Years implements ConstraintValidator<InCalendar, @Nullable LocalDate> {

        @Override
        public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
            return day == null || (day.getYear() >= 1900 && day.getYear() < 2200);
        }
    }
}
