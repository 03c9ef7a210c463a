package org.folkmoot.portal.enquiry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.service.Enquiries.Enquiry;
import org.folkmoot.portal.service.Registry.Practice;

/**
 * The form to ask practices something because of an enquiry.
 *
 * @param usualDay the last day for the answers if the time stays as the form offers it
 */
public record AskPracticesView(Enquiry enquiry, List<Network> networks, LocalDate usualDay, Form form) {

    private static final String NO_NETWORK = "no-network";

    /** Until when they have time if it stays as the form offers it. */
    public String daysHint() {
        return "Five from today: until " + Words.words(usualDay);
    }

    /** The practices of a network, or those in none. */
    public record Network(String code, String name, List<Practice> practices) {

        /** The practices by network; those in none come last. */
        static List<Network> of(List<Practice> practices) {
            var networks = new LinkedHashMap<String, List<Practice>>();
            practices.stream()
                    .sorted(Comparator.comparing((Practice practice) -> practice.pcn() == null)
                            .thenComparing(Network::named)
                            .thenComparing(Practice::name))
                    .forEach(practice -> networks.computeIfAbsent(code(practice), code -> new ArrayList<>())
                            .add(practice));
            return networks.entrySet().stream()
                    .map(each ->
                            new Network(each.getKey(), named(each.getValue().getFirst()), List.copyOf(each.getValue())))
                    .toList();
        }

        /** With what the ids of their boxes begin. */
        public String idPrefix() {
            return "practices-" + code;
        }

        /** Whether any of them is chosen in the form. */
        public boolean isChosen(Form form) {
            return practices.stream().anyMatch(practice -> form.chosen("practices", practice.code()));
        }

        private static String code(Practice practice) {
            String code = practice.pcn();
            return code == null ? NO_NETWORK : code;
        }

        private static String named(Practice practice) {
            String name = practice.pcnName();
            if (name != null) {
                return name;
            }
            return practice.pcn() == null ? "In no PCN" : code(practice);
        }
    }
}
