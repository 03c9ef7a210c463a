package org.folkmoot.http;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One value of a table, with its type: what is a number in the service is a number in the file. */
sealed interface Cell {

    Cell EMPTY = new Empty();

    record Text(String value) implements Cell {}

    record Whole(long value) implements Cell {}

    record Decimal(BigDecimal value) implements Cell {}

    record Day(LocalDate value) implements Cell {}

    record Flag(boolean value) implements Cell {}

    record Empty() implements Cell {}
}
