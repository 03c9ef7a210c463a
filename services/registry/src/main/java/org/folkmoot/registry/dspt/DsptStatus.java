package org.folkmoot.registry.dspt;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the toolkit says of an organisation, as far as it matters here. */
enum DsptStatus {
    /** Standards met or exceeded. */
    MET,
    /** An assessment was published that does not meet them. */
    NOT_MET,
    /** None was published. */
    NOT_PUBLISHED;

    /** The list's wordings, without the year before them. */
    private static final Map<String, DsptStatus> WORDINGS = Map.of(
            "standards exceeded", MET,
            "standards met", MET,
            "approaching standards", NOT_MET,
            "standards not fully met (plan agreed)", NOT_MET,
            "standards not met", NOT_MET,
            "not published", NOT_PUBLISHED);

    /** {@code 22/23 Standards Met}, {@code 2024-25 Standards Met}, {@code Not Published}. */
    private static final Pattern WORDING =
            Pattern.compile("(?:(?<edition>[0-9]{2}/[0-9]{2}|[0-9]{4}[-/][0-9]{2})\\s+)?(?<words>\\S.*)");

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API and the table say it. */
    String slug() {
        return slug;
    }

    /**
     * A status as the list words it.
     *
     * @param edition of which year's standard; empty where the list does not say
     */
    record Worded(DsptStatus status, String edition) {}

    /** What a wording means; empty when it is none of the list's. */
    static Optional<Worded> of(String wording) {
        Matcher parts = WORDING.matcher(wording.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String edition = parts.group("edition");
        return Optional.ofNullable(WORDINGS.get(parts.group("words").strip().toLowerCase(Locale.ROOT)))
                .map(status -> new Worded(status, edition == null ? "" : edition));
    }
}
