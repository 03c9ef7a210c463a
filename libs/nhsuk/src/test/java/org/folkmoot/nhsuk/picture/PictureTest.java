package org.folkmoot.nhsuk.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PictureTest {

    private static final List<Bar> PCNS =
            List.of(new Bar("Mayflower", 54_120), new Bar("<Beacon> & Co", 29_999), new Bar("Pathfields", 41_000));

    private static final List<KindMap.Kind> KINDS =
            List.of(new KindMap.Kind("trust", "T", "Run by a trust"), new KindMap.Kind("own", "O", "Its own"));

    private static final List<Timeline.Period> ERAS = List.of(
            new Timeline.Period("Its own", LocalDate.of(2004, 4, 1), LocalDate.of(2016, 3, 31)),
            new Timeline.Period("Run by a trust", LocalDate.of(2016, 4, 1), null));

    private static final List<ClockBar.Stretch> PAUSED = List.of(
            new ClockBar.Stretch("Running", 7, true),
            new ClockBar.Stretch("Awaiting <consent>", 8, false),
            new ClockBar.Stretch("Running", 3, true));

    private static final Unit STEPS = new Unit("step", "steps");

    /** Two things hang on the ballot, and the decision on both of them. */
    private static final List<LayerMap.Thing> CHAIN = List.of(
            new LayerMap.Thing("decision", "Decision", "<b>Extend</b> it", null, true),
            new LayerMap.Thing("other", "Power", "Money", "revoked", false),
            new LayerMap.Thing("power", "Power", "Services", null, false),
            new LayerMap.Thing("ballot", "Ballot", "Speak for us", "carried", false));

    private static final List<LayerMap.Link> LINKS = List.of(
            new LayerMap.Link("power", "decision"),
            new LayerMap.Link("other", "decision"),
            new LayerMap.Link("ballot", "power"),
            new LayerMap.Link("ballot", "other"),
            new LayerMap.Link("decision", "unheard of"));

    static Stream<Picture> pictures() {
        List<HexMap.Tile> tiles = IntStream.range(0, 31)
                .mapToObj(at -> new HexMap.Tile("U%05d".formatted(at), "PCN " + at, 20_000 + at * 1_500L))
                .toList();
        return Stream.of(
                new BarChart("List sizes", Unit.PATIENTS, "PCN", PCNS),
                new BarChart("Nothing yet", Unit.PATIENTS, "PCN", List.of()),
                new BarChart("None anywhere", Unit.PATIENTS, "PCN", List.of(new Bar("Empty", 0))),
                new BandChart("Size of PCNs", Unit.PATIENTS, "PCN", Band.PCN_PATIENTS, PCNS),
                new BandChart("Nothing yet", Unit.PATIENTS, "PCN", Band.PCN_PATIENTS, List.of()),
                new HexMap("PCNs", Unit.PATIENTS, "PCN", Band.PCN_PATIENTS, tiles),
                new HexMap("Nothing yet", Unit.PATIENTS, "PCN", Band.PCN_PATIENTS, List.of()),
                new KindMap(
                        "Models",
                        "Practice",
                        KINDS,
                        List.of(
                                new KindMap.Tile("L84001", "Underwood", "trust"),
                                new KindMap.Tile("L84002", "<Winchcombe>", "own"),
                                new KindMap.Tile("L84003", "Rowcroft", "trust"))),
                new KindMap("Nothing yet", "Practice", KINDS, List.of()),
                new LayerMap("Authority", STEPS, CHAIN, LINKS),
                new LayerMap("Nothing yet", STEPS, List.of(), LINKS),
                new LayerMap(
                        "Deep",
                        STEPS,
                        IntStream.range(0, 20)
                                .mapToObj(
                                        at -> new LayerMap.Thing("t" + at, "Thing", "A long label " + at, null, false))
                                .toList(),
                        IntStream.range(0, 19)
                                .mapToObj(at -> new LayerMap.Link("t" + at, "t" + (at + 1)))
                                .toList()),
                new Timeline("Models", "Model", LocalDate.of(2026, 4, 1), ERAS),
                new Timeline("Nothing yet", "Model", LocalDate.of(2026, 4, 1), List.of()),
                new Sparkline("Referrals", new Unit("referral", "referrals"), "Week", PCNS),
                new Sparkline("Nothing yet", new Unit("referral", "referrals"), "Week", List.of()),
                new ProgressBar("Loading", new Unit("file", "files"), 8, 21),
                new ProgressBar("Nothing to do", new Unit("file", "files"), 0, 0),
                new QuorumBar("Quorum", Unit.PRACTICES, 5, 7, 9),
                new QuorumBar("Quorum", Unit.PRACTICES, 9, 9, 9),
                new ClockBar("Assessment", 28, List.of()),
                new ClockBar("Assessment", 28, PAUSED),
                new ClockBar("Assessment", 28, List.of(new ClockBar.Stretch("Running", 400, true))));
    }

    private static Element svg(Picture picture) {
        Document document = Jsoup.parse(picture.svg().getValue(), "", Parser.xmlParser());
        return document.children().first();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void every_picture_says_what_it_shows(Picture picture) {
        // When
        Element svg = svg(picture);

        // Then
        assertThat(svg.attr("role")).isEqualTo("img");
        assertThat(svg.attr("aria-label")).isEqualTo(picture.title() + ". " + picture.description());
        assertThat(svg.child(0).tagName()).isEqualTo("title");
        assertThat(svg.child(0).text()).isEqualTo(picture.title());
        assertThat(svg.child(1).tagName()).isEqualTo("desc");
        assertThat(svg.child(1).text()).isEqualTo(picture.description()).endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void nothing_in_a_picture_is_refused_by_a_strict_content_security_policy(Picture picture) {
        assertThat(svg(picture).select("[style], style, script, [onclick], [href]"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void coordinates_are_whole_numbers_within_the_sheet(Picture picture) {
        // Given
        Element svg = svg(picture);
        String[] box = svg.attr("viewBox").split(" ");

        // Then
        for (Element shape : svg.select("rect, line, text, circle, polygon, polyline")) {
            assertThat(numbers(shape, "x", "x1", "x2", "cx", "width"))
                    .allSatisfy(x -> assertThat(x).isBetween(0, Integer.parseInt(box[2])));
            assertThat(numbers(shape, "y", "y1", "y2", "cy", "height"))
                    .allSatisfy(y -> assertThat(y).isBetween(0, Integer.parseInt(box[3])));
            List<Integer> points = Pattern.compile("-?\\d+")
                    .matcher(shape.attr("points"))
                    .results()
                    .map(MatchResult::group)
                    .map(Integer::valueOf)
                    .toList();
            for (int at = 0; at < points.size(); at++) {
                assertThat(points.get(at)).isBetween(0, Integer.parseInt(box[at % 2 == 0 ? 2 : 3]));
            }
        }
    }

    private static List<Integer> numbers(Element shape, String... names) {
        return Stream.of(names)
                .filter(shape::hasAttr)
                .map(name -> Integer.valueOf(shape.attr(name)))
                .toList();
    }

    @Test
    void labels_are_escaped() {
        // When
        Element svg = svg(new BarChart("A & B", Unit.PATIENTS, "PCN", PCNS));

        // Then
        assertThat(svg.select("text").eachText()).contains("<Beacon> & Co");
    }

    @Test
    void equal_figures_make_equal_pictures() {
        // Given
        var one = new BandChart("Size", Unit.PATIENTS, "PCN", Band.PCN_PATIENTS, PCNS);
        var other = new BandChart("Size", Unit.PATIENTS, "PCN", Band.PCN_PATIENTS, List.copyOf(PCNS));

        // Then
        assertThat(one.svg().getValue()).isEqualTo(other.svg().getValue());
    }

    @Test
    void the_longest_bar_is_of_the_greatest_number_and_something_is_never_nothing() {
        // When
        Element svg = svg(new BarChart(
                "Sizes", Unit.PATIENTS, "Practice", List.of(new Bar("a", 100_000), new Bar("b", 1), new Bar("c", 0))));

        // Then
        assertThat(svg.select("rect").eachAttr("width")).containsExactly("360", "1", "0");
    }

    @ParameterizedTest
    @CsvSource({"29999, below", "30000, within", "50000, within", "50001, above"})
    void both_ends_of_the_expected_range_are_within_it(long patients, String position) {
        // When
        var chart =
                new BandChart("Size", Unit.PATIENTS, "PCN", Band.PCN_PATIENTS, List.of(new Bar("Beacon", patients)));

        // Then
        assertThat(chart.description()).contains(position + " the expected 30,000 to 50,000");
        assertThat(svg(chart).select(".nhsuk-picture__bar--" + position)).hasSize(1);
        assertThat(chart.figures().rows()).containsExactly(List.of("Beacon", patients, position + " 30,000 to 50,000"));
    }

    @Test
    void a_tile_shows_by_sign_and_outline_where_it_stands() {
        // When
        Element svg = svg(new HexMap(
                "PCNs",
                Unit.PATIENTS,
                "PCN",
                Band.PCN_PATIENTS,
                List.of(new HexMap.Tile("U1", "Beacon", 9_999), new HexMap.Tile("U2", "Mayflower", 54_600))));

        // Then
        assertThat(svg.select("text").eachText()).containsExactly("▼", "U1", "9,999", "▲", "U2", "55k");
        assertThat(svg.select("polygon.nhsuk-picture__tile--below")).hasSize(1);
        assertThat(svg.select("polygon.nhsuk-picture__tile--above")).hasSize(1);
    }

    @Test
    void no_two_tiles_share_a_place() {
        // When
        Element svg =
                svg(pictures().filter(HexMap.class::isInstance).findFirst().orElseThrow());

        // Then
        assertThat(svg.select("polygon").eachAttr("points")).hasSize(31).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 7, 9, needs 7 more practices",
        "6, 7, 9, needs 1 more practice",
        "7, 7, 9, the quorum of 7 is reached",
        "0, 0, 0, the quorum of 0 is reached"
    })
    void a_quorum_says_what_it_lacks(long present, long needed, long total, String sentence) {
        assertThat(new QuorumBar("Quorum", Unit.PRACTICES, present, needed, total).description())
                .contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 0", "2, 3, 66", "999, 1000, 99", "1000, 1000, 100", "0, 0, 100"})
    void progress_is_complete_only_when_all_is_done(long done, long total, int percent) {
        assertThat(new ProgressBar("Loading", new Unit("file", "files"), done, total).percent())
                .isEqualTo(percent);
    }

    @Test
    void a_sparkline_says_where_it_came_from() {
        // When
        var line = new Sparkline(
                "Referrals",
                new Unit("referral", "referrals"),
                "Week",
                List.of(new Bar("week 1", 12), new Bar("week 2", 3), new Bar("week 3", 1)));

        // Then
        assertThat(line.description()).isEqualTo("1 referral in week 3, down from 12 in week 1.");
    }

    @Test
    void figures_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> new Bar("a", -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Band(5, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ProgressBar("a", Unit.PATIENTS, 3, 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new QuorumBar("a", Unit.PATIENTS, 1, 3, 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClockBar("a", 0, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClockBar.Stretch("a", -1, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Figures(List.of(new Figures.Column("a", false)), List.of(List.of("x", "y"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void figures_are_numbers_for_a_file_and_text_for_a_person() {
        // When
        Figures figures = new BarChart("Sizes", Unit.PATIENTS, "PCN", List.of(new Bar("Beacon", 54_120))).figures();

        // Then
        assertThat(figures.headers()).containsExactly("PCN", "Patients");
        assertThat(figures.rows()).containsExactly(List.of("Beacon", 54_120L));
        assertThat(figures.shown()).containsExactly(List.of("Beacon", "54,120"));
    }

    @Test
    void a_map_of_kinds_counts_each_kind_and_explains_those_that_it_shows() {
        // Given
        var map = new KindMap("Models", "Practice", KINDS, List.of(new KindMap.Tile("L84001", "Underwood", "trust")));

        // When
        Element svg = svg(map);

        // Then
        assertThat(map.description()).isEqualTo("Run by a trust: 1.");
        assertThat(svg.select("polygon")).hasSize(1);
        assertThat(svg.select("text").eachText()).containsExactly("T", "L84001", "T", "Run by a trust");
        assertThatThrownBy(() -> new KindMap(
                        "Models", "Practice", KINDS, List.of(new KindMap.Tile("L84001", "Underwood", "other"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_timeline_draws_each_time_where_it_was() {
        // Given
        var timeline = new Timeline("Models", "Model", LocalDate.of(2028, 3, 31), ERAS);

        // When
        List<Element> bars = svg(timeline).select("rect[class=nhsuk-picture__bar]");

        // Then
        assertThat(timeline.description()).isEqualTo("2 times since 2004; the last: Run by a trust, from 2016-04-01.");
        assertThat(bars)
                .extracting(bar -> bar.attr("x") + " " + bar.attr("width"))
                .containsExactly("0 180", "180 180");
    }

    @Test
    void a_clock_counts_no_paused_day_and_marks_where_the_days_are_used_up() {
        // Given
        var running = new ClockBar("Assessment", 28, PAUSED);
        var over = new ClockBar("Assessment", 28, List.of(new ClockBar.Stretch("Running", 56, true)));

        // When
        Element svg = svg(running);

        // Then
        assertThat(running.description()).isEqualTo("10 of 28 days used, 18 left; 8 days did not count.");
        assertThat(svg.select("rect.nhsuk-picture__bar")).hasSize(2);
        assertThat(svg.select("rect.nhsuk-picture__bar--below")).hasSize(1);
        assertThat(svg.select("line").attr("x1")).as("after 36 days in all").isEqualTo("358");
        assertThat(running.figures().rows().get(1)).containsExactly("Awaiting <consent>", "no", 8L);
        assertThat(over.description()).isEqualTo("56 of 28 days used, 28 days too many.");
        assertThat(svg(over).select("line").attr("x1")).isEqualTo("180");
    }

    @Test
    void what_hangs_on_two_stands_below_both_and_further_in() {
        // Given
        var map = new LayerMap("Authority", STEPS, CHAIN, LINKS);

        // When
        Element svg = svg(map);

        // Then
        assertThat(map.description())
                .isEqualTo("4 steps, from Ballot “Speak for us” at the top; marked: Decision “<b>Extend</b> it”.");
        assertThat(svg.select("text.nhsuk-picture__label").eachText())
                .containsExactly("Speak for us", "Services", "Money", "<b>Extend</b> it");
        assertThat(svg.select("text.nhsuk-picture__note").eachText())
                .containsExactly("Ballot: carried", "Power", "Power: revoked", "Decision");
        assertThat(svg.select("rect")).extracting(box -> box.attr("x")).containsExactly("2", "14", "14", "26");
        assertThat(svg.select("rect.nhsuk-picture__thing--here")).hasSize(1);
        assertThat(svg.select("line")).as("two for each link that is known").hasSize(8);
        assertThat(map.figures().rows().getLast())
                .containsExactly("Decision", "<b>Extend</b> it", "Services; Money", "");
    }

    @Test
    void what_hangs_on_itself_is_shown_all_the_same() {
        // Given
        var map = new LayerMap(
                "Authority",
                STEPS,
                CHAIN,
                List.of(new LayerMap.Link("power", "ballot"), new LayerMap.Link("ballot", "power")));

        // Then
        assertThat(svg(map).select("rect")).hasSize(4);
    }
}
