package org.folkmoot.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * An order in which a list is told: by these members in turn, the last of which tells all rows apart, so that a page goes on right
 * after the row at which the one before it ended.
 */
public final class Order {

    private static final String BETWEEN = ", ";
    private static final String DESCENDING = " desc";

    private final List<String> members;

    private Order(List<String> members) {
        this.members = members;
    }

    /**
     * The order by these members, as a query writes them: {@code week desc, practice}. None of them is null in a row, and a blank
     * follows a comma between two of them only.
     */
    public static Order by(String members) {
        return new Order(List.of(members.split(BETWEEN, -1)));
    }

    /** What follows {@code order by}. */
    public String members() {
        return String.join(BETWEEN, members);
    }

    /**
     * What holds of the rows after a place.
     *
     * @param value how the query writes the place's value of that member, counted from 1
     */
    public String after(IntFunction<String> value) {
        String condition = "";
        for (int place = members.size(); place > 0; place--) {
            String written = members.get(place - 1);
            boolean descending = written.endsWith(DESCENDING);
            String member = descending ? written.substring(0, written.length() - DESCENDING.length()) : written;
            String beyond = member + (descending ? " < " : " > ") + value.apply(place);
            condition = condition.isEmpty()
                    ? beyond
                    : "(" + beyond + " or " + member + " = " + value.apply(place) + " and " + condition + ")";
        }
        return condition;
    }

    /** The same with question marks; {@link #inTurn} has what stands for them. */
    public String after() {
        return after(place -> "?");
    }

    /** The values of a place, as often as {@link #after()} asks for each. */
    public List<Object> inTurn(List<?> place) {
        var values = new ArrayList<Object>();
        for (Object value : place) {
            values.add(value);
            values.add(value);
        }
        values.removeLast();
        return values;
    }
}
