package org.folkmoot.portal.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.service.Books.Claim;
import org.folkmoot.portal.service.Books.NewShare;
import org.folkmoot.portal.service.Books.Share;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.problem.FieldError;
import org.folkmoot.problem.Problem;

/** What the form for a fair share holds. */
final class FairShareForm {

    /** All practices of the ICS share, those of a network, or those that are written down. */
    static final String ALL = "all";

    static final String NETWORK = "network";

    static final String THESE = "these";

    /** What is wrong with one practice, with its code: a place in a list tells nobody which it is. */
    private static final String ONE = "one";

    static final Map<String, Field> FIELDS = Map.of(
            "title",
            new Field("title", "What money it is"),
            "amountPence",
            new Field("amount", "The amount"),
            "rule",
            new Field("rule", "The rule"),
            "asAt",
            new Field("asAt-day", "The day"),
            "source",
            new Field("source", "Where the weights come from"),
            "reason",
            new Field("reason", "The reason"),
            "practices",
            new Field("practices", "The practices"),
            ONE,
            new Field("practices", "Of the practices"));

    private static final Pattern OF_ONE = Pattern.compile("#/practices/([0-9]{1,9})/.*");

    /** A code and a weight, as somebody writes them or takes them out of a table. */
    private static final Pattern WEIGHED =
            Pattern.compile("([A-Za-z0-9]+)[\\s,;:]+((?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?)");

    private FairShareForm() {}

    /** What is wrong with it by itself. */
    static FormErrors mistakes(Entered entered) {
        Optional<ShareRule> rule = ShareRule.of(entered.text("rule"));
        boolean weighed = rule.map(ShareRule::asksForWeights).orElse(false);
        boolean these = entered.text("set").equals(THESE);
        List<String> lines = entered.lines("practices");
        FormErrors errors = FormErrors.NONE
                .unless(entered.ticked("title"), "title", "Enter what money it is")
                .unless(
                        MoneyWords.pence(entered.text("amount"))
                                .filter(pence -> pence > 0)
                                .isPresent(),
                        "amount",
                        "The amount must be more than nothing, such as 10,000 or 10,000.50")
                .unless(rule.isPresent(), "rule", "Choose by what it is divided")
                .unless(entered.day("asAt").isPresent(), "asAt-day", "The day must be a real date, such as 1 4 2026")
                .unless(isASet(entered.text("set")), "set", "Choose which practices share it")
                .unless(
                        !entered.text("set").equals(NETWORK) || entered.ticked("network"),
                        "network",
                        "Enter the ODS code of the PCN")
                .unless(!these || !lines.isEmpty(), "practices", "Enter at least one practice")
                .unless(
                        !weighed || these || !isASet(entered.text("set")),
                        "set",
                        "By weights that you enter, write down the practices, each with its weight");
        return (weighed && these ? unweighed(errors, lines) : errors)
                .unless(entered.ticked("source"), "source", "Enter where the weights come from")
                .unless(entered.ticked("reason"), "reason", "Enter why it is divided, and so");
    }

    /** The practices that are written down, as they are written: of one that is named twice the registry says so. */
    static List<Claim> written(Entered entered) {
        return ShareRule.of(entered.text("rule")).map(ShareRule::asksForWeights).orElse(false)
                ? entered.lines("practices").stream()
                        .map(FairShareForm::weighed)
                        .flatMap(Optional::stream)
                        .toList()
                : entered.codes("practices").stream()
                        .map(code -> new Claim(code, null))
                        .toList();
    }

    /** What is divided, once it is without mistakes. */
    static NewShare share(Entered entered, List<Claim> claims) {
        LocalDate day = entered.day("asAt").orElseThrow();
        return new NewShare(
                entered.text("title"),
                MoneyWords.pence(entered.text("amount")).orElseThrow(),
                entered.text("rule"),
                day,
                entered.text("source"),
                entered.text("reason"),
                claims);
    }

    /** The reply, in which a refusal of one practice names it. */
    static Reply<Share> naming(Reply<Share> reply, List<Claim> claims) {
        if (!(reply instanceof Reply.Refused<Share>(Problem problem))) {
            return reply;
        }
        List<FieldError> errors = problem.errors().stream()
                .map(error -> {
                    Matcher place = OF_ONE.matcher(error.pointer());
                    int at = place.matches() ? Integer.parseInt(place.group(1)) : claims.size();
                    return at < claims.size()
                            ? new FieldError("#/" + ONE, claims.get(at).practice() + " " + error.detail())
                            : error;
                })
                .toList();
        return new Reply.Refused<>(new Problem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.instance(),
                errors,
                problem.extensions()));
    }

    private static boolean isASet(String set) {
        return set.equals(ALL) || set.equals(NETWORK) || set.equals(THESE);
    }

    /** Points at the first line of which nobody can tell what it weighs. */
    private static FormErrors unweighed(FormErrors errors, List<String> lines) {
        return IntStream.range(0, lines.size())
                .filter(line -> weighed(lines.get(line)).isEmpty())
                .mapToObj(line -> errors.and(
                        "practices",
                        "Line %d must be an ODS code and its weight, such as D82001 1234.5".formatted(line + 1)))
                .findFirst()
                .orElse(errors);
    }

    private static Optional<Claim> weighed(String line) {
        Matcher weighed = WEIGHED.matcher(line);
        return weighed.matches()
                ? Optional.of(new Claim(
                        Entered.codesIn(weighed.group(1)).getFirst(),
                        new BigDecimal(weighed.group(2).replace(",", ""))))
                : Optional.empty();
    }
}
