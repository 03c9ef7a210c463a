package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import org.folkmoot.journeys.Window.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an ICS knows around its practices: written down by one, read and used by others. */
class AroundPracticesIT {

    private final Places places = new Places("qkk");
    private final String practice = places.practice().path("code").asText();
    private final String pcn = places.practice().path("pcn").asText();

    @ParameterizedTest
    @EnumSource
    void an_administrator_says_what_is_a_place_and_a_neighbourhood_and_that_its_team_works(Script script) {
        String place = "The river, JavaScript " + script;
        String neighbourhood = "Both banks, JavaScript " + script;
        try (Window window = Window.of(Person.ADMINISTRATOR, script)) {
            window.open("/qkk/neighbourhoods/");
            window.link("Places of the ICS").click();
            window.button("Define a place").click();
            window.button("Define it").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter at least one ODS code");
            window.look("place-without-members");
            window.field("What is it called?").fill(place);
            window.field("Which sub-ICB locations, PCNs and practices belong to it?")
                    .fill(pcn);
            window.button("Define it").click();
            assertThat(window.main()).containsText("The place is defined.");
            assertThat(window.main()).containsText(place);

            window.open("/qkk/neighbourhoods/");
            window.button("Define a neighbourhood").click();
            window.field("What is it called?").fill(neighbourhood);
            window.field("In which place does it lie?").selectOption(place);
            window.field("Which PCNs and practices belong to it?").fill(practice);
            window.field("What is its team called?").fill("Team of the banks");
            window.button("Define it").click();
            assertThat(window.main()).containsText("The neighbourhood is defined.");

            // Its team begins to work; the list of its place says so.
            window.link(neighbourhood).click();
            window.field("Day").nth(1).fill("1");
            window.field("Month").nth(1).fill("6");
            window.field("Year").nth(1).fill("2026");
            window.button("Define it").click();
            window.field("Place").selectOption(place);
            window.button("Show").first().click();
            assertThat(window.page().getByRole(AriaRole.TABLE).first()).containsText(neighbourhood);
            assertThat(window.page().getByRole(AriaRole.TABLE).first()).containsText("Working");
            window.look("neighbourhoods-of-a-place");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_director_says_how_fit_the_pcn_is_and_everybody_reads_it(Script script) {
        String note = "Two posts are vacant, JavaScript " + script;
        try (Window window = Window.of(Person.DIRECTOR, script)) {
            window.open("/qkk/pcns/" + pcn + "/");
            window.link("How it fares, and what it says of itself").click();
            window.link("Say how fit it is").click();
            window.button("Record what the PCN says").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Say whether it is so");
            window.look("self-check-unanswered");
            for (int question = 0; question < 6; question++) {
                window.field(question == 2 ? "Partly" : "Yes").nth(question).check();
            }
            window.field("What stands behind the answers?").fill(note);
            window.button("Record what the PCN says").click();
            assertThat(window.main()).containsText("What the PCN says of itself is recorded.");
            assertThat(window.main()).containsText("Partly fit");
        }
        try (Window window = Window.of(Person.OBSERVER, script)) {
            window.open("/qkk/pcns/" + pcn + "/health/");
            assertThat(window.main()).containsText(note);
            assertThat(window.link("Say how fit it is")).hasCount(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void somebody_to_ring_is_recorded_confirmed_by_a_practice_and_leaves(Script script) {
        String name = "Dr Bea Beat " + script;
        String address;
        try (Window window = Window.of(Person.ADMINISTRATOR, script)) {
            window.open("/qkk/models/");
            window.link("Whom to ring").click();
            window.button("Record a contact").click();
            window.field("What are they asked about?").fill("Cardiology");
            window.field("What are they called?").fill(name);
            window.field("What are they there?").fill("Consultant");
            window.field("ODS code of where they work").fill("RJ2");
            window.button("Record it").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter a phone number or a mail address");
            window.look("contact-without-phone");
            window.field("Phone number").fill("020 7946 0000");
            window.button("Record it").click();
            assertThat(window.main()).containsText("The contact is recorded.");
            address = window.page().url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", "");
        }
        try (Window window = Window.of(Person.VOTER, script)) {
            window.open("/qkk/contacts/");
            window.field("Specialty").fill("cardio");
            window.button("Show").click();
            window.look("contacts-found");
            window.link(name).click();
            window.button("This is right as it stands").click();
            assertThat(window.main()).containsText("Thank you: it is confirmed by you.");
        }
        try (Window window = Window.of(Person.ADMINISTRATOR, script)) {
            window.open(address);
            window.link("Say that they leave").click();
            window.field("Day").fill("1");
            window.field("Month").fill("6");
            window.field("Year").fill("2026");
            window.button("Record it").click();
            assertThat(window.main()).containsText("Their last day in this post: 1 June 2026.");
            window.open("/qkk/contacts/");
            assertThat(window.link(name)).hasCount(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_practices_share_is_recorded_and_ends_with_a_reason(Script script) {
        String title = "Paramedics in turn, JavaScript " + script;
        try (Window window = Window.of(Person.SECRETARY, script)) {
            window.open("/qkk/models/");
            window.link("What practices share").click();
            window.button("Record what is shared").click();
            window.field("Staff who rotate between sectors").check();
            window.field("What are they?").fill("Paramedic");
            window.field("How many posts, in whole-time equivalents?").fill("2.5");
            window.field("Where do they work in turn?").fill("General practice\nAmbulance");
            window.field("What is it called?").fill(title);
            window.field("How does it work?").fill("Six months here, six months there.");
            window.field("Which practices share it?").fill(practice);
            window.button("Record it").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("The first day must be a real date");
            window.look("shared-without-day");
            window.field("Day").last().fill("1");
            window.field("Month").last().fill("4");
            window.field("Year").last().fill("2026");
            window.button("Record it").click();
            assertThat(window.main()).containsText("It is recorded as shared.");
            assertThat(window.main()).containsText("2.5 whole-time equivalents");

            window.link("Say when it is shared no longer").click();
            window.field("Day").fill("30");
            window.field("Month").fill("6");
            window.field("Year").fill("2026");
            window.field("Why?").fill("The money ran out.");
            window.button("Record the end").click();
            assertThat(window.main()).containsText("The money ran out.");
            window.look("shared-ended");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_practice_reports_who_waits_and_puts_it_right(Script script) {
        int weeksAgo = script == Script.ON ? 3 : 4;
        try (Window window = Window.of(Person.VOTER, script)) {
            window.open("/qkk/practices/" + practice + "/");
            window.link("Report who waits for an appointment").click();
            window.field("Which week?").selectOption(new SelectOption().setIndex(weeksAgo));
            window.button("Report it").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("How many wait must be a number");
            window.look("backlog-without-numbers");
            window.field("How many patients had asked for an appointment by the end of the week and had none?")
                    .fill("14");
            window.field("How many appointments could you offer in the week?").fill("310");
            window.field("Is there anything to add?").fill("First, JavaScript " + script);
            window.button("Report it").click();
            assertThat(window.main()).containsText("First, JavaScript " + script);

            window.page()
                    .getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions().setHasText("First, JavaScript " + script))
                    .getByRole(AriaRole.LINK)
                    .click();
            window.field("Is there anything to add?").fill("Put right, JavaScript " + script);
            window.button("Report it").click();
            assertThat(window.main()).containsText("Put right, JavaScript " + script);
            window.look("backlogs-of-a-practice");
        }
        try (Window window = Window.of(Person.LMC, script)) {
            window.open("/qkk/backlogs/");
            assertThat(window.main()).containsText("Put right, JavaScript " + script);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_administrator_hands_in_the_toolkits_list_and_anybody_reads_what_it_says(Script script) {
        String list =
                "Code,Status,Date Of Publication\nRJ2,24/25 Standards Met,26/06/2025\nX,Standards Met,26/06/2025\n";
        try (Window window = Window.of(Person.ADMINISTRATOR, script)) {
            window.open("/qkk/models/");
            window.link("Data security and protection").click();
            window.button("Hand in the list").click();
            window.button("Hand it in").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Choose the file");
            window.look("dspt-without-file");
            window.field("File")
                    .setInputFiles(new FilePayload("list.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
            window.field("Day").fill("1");
            window.field("Month").fill("7");
            window.field("Year").fill("2025");
            window.button("Hand it in").click();
            assertThat(window.page().locator("h1")).hasText("What became of the list");
            assertThat(window.main()).containsText("The code is no ODS code");
            window.look("dspt-report");
        }
        try (Window window = Window.of(Person.OBSERVER, script)) {
            window.open("/qkk/dspt/?organisation=RJ2");
            assertThat(window.main()).containsText("24/25 Standards Met");
            window.look("dspt-of-a-trust");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_administrator_says_from_which_share_on_a_concentration_is_marked(Script script) {
        try (Window window = Window.of(Person.ADMINISTRATOR, script)) {
            window.open("/qkk/models/");
            window.link("Who has how many of the patients").click();
            window.link("Set from which share on").click();
            window.field("Share of the patients under one organisation, in per cent")
                    .fill("much");
            window.button("Set it").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("The share must be a number");
            window.field("Share of the patients under one organisation, in per cent")
                    .fill("40");
            window.button("Set it").click();
            assertThat(window.main()).containsText("A share of 40.0% or more is marked.");
            window.look("concentration-with-threshold");
        }
    }
}
