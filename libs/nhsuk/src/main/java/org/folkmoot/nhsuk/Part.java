package org.folkmoot.nhsuk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A tag that stands within that of a component.
 *
 * @param options what it may say
 */
record Part(String tag, Set<String> options) {

    private static final List<Part> ALL = List.of(
            part("nhsukAccount", "items ariaLabel classes attributes"),
            part("nhsukAction", "id text html href name type value visuallyHiddenText classes attributes"),
            part("nhsukCell", """
            text html visuallyHiddenText header href format sortValue colspan rowspan align width classes attributes"""),
            part("nhsukColumn", """
            text html visuallyHiddenText href format colspan rowspan align width classes attributes sort sortNext"""),
            part("nhsukItem", """
            id text html href name value label hint heading status title panel number ariaLabel visuallyHiddenText divider \
            checked selected disabled current active ellipsis icon action method conditional behaviour behaviourGroup \
            exclusive exclusiveGroup width inputmode autocomplete pattern error classes attributes"""),
            part("nhsukNavigation", """
            items heading title text html width colour justified ariaLabel toggleMenuText toggleMenuVisuallyHiddenText \
            classes attributes"""),
            part("nhsukRow", "id key value actions border cells classes attributes"));

    private static Part part(String tag, String options) {
        return new Part(tag, Set.of(options.split(" ")));
    }

    static Stream<Part> all() {
        return ALL.stream();
    }

    Optional<String> pathOf(String parameter) {
        return ParameterName.of(parameter).within(options);
    }
}
