package org.folkmoot.nhsuk;

import static org.folkmoot.nhsuk.Inside.actions;
import static org.folkmoot.nhsuk.Inside.items;
import static org.folkmoot.nhsuk.Inside.markup;
import static org.folkmoot.nhsuk.Inside.nothing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.folkmoot.nhsuk.Inside.Place;

/**
 * A component of the design system.
 *
 * @param tag its name in a template
 * @param drawing what draws it
 * @param inside what may stand inside of the tag
 * @param options the options of the design system's macro
 */
record Component(String tag, Function<Options, Html> drawing, Inside inside, Set<String> options) {

    private static final List<Component> ALL = List.of(
            component("nhsukActionLink", Buttons::actionLink, markup("html"), """
            id text html type href openInNewWindow variant classes attributes element"""),
            component("nhsukBackLink", Buttons::backLink, markup("html"), """
            id text html type href variant classes attributes visuallyHiddenText element"""),
            component("nhsukBreadcrumb", Sequences::breadcrumb, nothing(items("items", markup("html"))), """
            id items text href variant classes attributes labelText ariaLabel backLink"""),
            component("nhsukButton", Buttons::button, markup("html"), """
            id element text html name type value disabled href variant small classes \
            attributes ariaLabel preventDoubleClick icon"""),
            component("nhsukCaption", Headings::caption, markup("html"), """
            id element text html placement size classes attributes"""),
            component("nhsukCard", Cards::card, markup("description.html", actions()), """
            id heading headingHtml headingClasses headingSize headingLevel headingId \
            headingVisuallyHiddenText href clickable variant type feature primary secondary \
            warning imgURL imgALT image description descriptionHtml actions classes \
            attributes"""),
            component("nhsukCharacterCount", Fields::characterCount, nothing(), """
            id name rows value maxlength maxwords countType threshold label hint \
            errorMessage formGroup classes attributes spellcheck disabled autocomplete \
            countMessage textareaDescriptionText charactersUnderLimitText \
            charactersAtLimitText charactersOverLimitText wordsUnderLimitText \
            wordsAtLimitText wordsOverLimitText"""),
            component("nhsukCheckboxes", Choices::checkboxes, nothing(items("items", markup("conditional.html"))), """
            id describedBy fieldset hint errorMessage formGroup idPrefix name items values \
            disabled small inline classes attributes"""),
            component("nhsukDateInput", DateInput::render, nothing(items("items", nothing())), """
            id namePrefix items hint errorMessage formGroup fieldset day month year values \
            disabled classes attributes"""),
            component("nhsukDetails", Notices::details, markup("html"), """
            summary summaryText summaryHtml text html id open variant classes attributes"""),
            component("nhsukErrorMessage", FormGroup::errorMessage, markup("html"), """
            text html id classes attributes visuallyHiddenText"""),
            component(
                    "nhsukErrorSummary",
                    ErrorSummary::render,
                    markup("description.html", items("errorList", markup("html"))),
                    """
            id heading titleText titleHtml description descriptionText descriptionHtml \
            errorList disableAutoFocus classes attributes"""),
            component("nhsukExpander", Notices::expander, markup("html"), """
            summary summaryText summaryHtml text html id open variant classes attributes"""),
            component("nhsukFieldset", FormGroup::fieldset, markup("html"), """
            id describedBy legend classes role attributes html"""),
            component(
                    "nhsukFooter",
                    Frame::footer,
                    markup(
                            "meta.html",
                            items("meta.items", markup("html")),
                            new Place(
                                    "nhsukNavigation",
                                    "navigation",
                                    true,
                                    markup("html", items("items", markup("html"))))),
                    """
            id columns navigation meta copyright containerClasses classes attributes"""),
            component(
                    "nhsukHeader",
                    Frame::header,
                    nothing(
                            new Place("nhsukNavigation", "navigation", false, nothing(items("items", markup("html")))),
                            new Place(
                                    "nhsukAccount", "account", false, nothing(items("items", markup("fields.html"))))),
                    """
            id logo service inline organisation navigation search account containerClasses \
            classes attributes colour"""),
            component("nhsukHeading", Headings::heading, markup("html"), """
            id text html visuallyHiddenText href caption size sizes level className \
            classPrefix classes attributes element"""),
            component("nhsukHint", FormGroup::hint, markup("html"), """
            text html id classes attributes"""),
            component("nhsukInput", Fields::input, nothing(), """
            id name type inputmode value disabled describedBy label hint errorMessage prefix \
            suffix code width large formGroup classes autocomplete pattern placeholder \
            spellcheck autocapitalize inputWrapper attributes"""),
            component("nhsukInsetText", Notices::insetText, markup("html"), """
            id text html classes attributes visuallyHiddenText"""),
            component("nhsukLabel", Headings::label, markup("html"), """
            id text html visuallyHiddenText caption for heading isPageHeading size classes \
            attributes"""),
            component("nhsukLegend", Headings::legend, markup("html"), """
            id text html visuallyHiddenText caption size heading isPageHeading classes \
            attributes"""),
            component("nhsukNotificationBanner", Notices::notificationBanner, markup("html"), """
            id title titleId titleText titleHtml titleHeadingLevel heading text html variant \
            type role disableAutoFocus classes attributes"""),
            component("nhsukPagination", Sequences::pagination, nothing(items("items", nothing())), """
            id items previous previousUrl previousPage next nextUrl nextPage landmarkLabel \
            ariaLabel classes attributes"""),
            component("nhsukPanel", Notices::panel, markup("html"), """
            id heading titleText titleHtml titleSize titleClasses headingLevel text html \
            classes attributes variant"""),
            component("nhsukRadios", Choices::radios, nothing(items("items", markup("conditional.html"))), """
            id fieldset hint errorMessage formGroup idPrefix name items value disabled small \
            inline classes attributes"""),
            component("nhsukScroll", Table::scroll, markup("html"), """
            id labelledBy text html variant classes attributes"""),
            component("nhsukSearchInput", Fields::searchInput, nothing(), """
            id name type inputmode value disabled describedBy label hint errorMessage prefix \
            suffix code width large formGroup classes autocomplete placeholder spellcheck \
            autocapitalize inputWrapper attributes button"""),
            component("nhsukSelect", Fields::select, nothing(items("items", nothing())), """
            id name items value disabled describedBy label hint errorMessage formGroup \
            classes inputWrapper attributes"""),
            component("nhsukSkipLink", Buttons::skipLink, markup("html"), """
            id text html href classes attributes"""),
            component(
                    "nhsukSummaryList",
                    SummaryList::render,
                    nothing(new Place("nhsukRow", "rows", true, markup("value.html", actions()))),
                    """
            id border lastRowBorder rows html card classes attributes"""),
            component(
                    "nhsukTable",
                    Table::render,
                    nothing(
                            new Place("nhsukColumn", "head", true, markup("html")),
                            new Place(
                                    "nhsukRow",
                                    "rows",
                                    true,
                                    nothing(new Place("nhsukCell", "cells", true, markup("html"))))),
                    """
            id border lastRowBorder rows head caption captionClasses captionSize \
            firstCellIsHeader compact responsive scroll striped variant card panel \
            panelClasses heading headingLevel classes tableClasses attributes ascendingText \
            descendingText sortAnnouncementText"""),
            component("nhsukTabs", Sequences::tabs, nothing(items("items", markup("panel.html"))), """
            id idPrefix title visuallyHiddenText items classes attributes"""),
            component("nhsukTag", Notices::tag, markup("html"), """
            id text html classes attributes colour border"""),
            component("nhsukTaskList", Sequences::taskList, nothing(items("items", markup("hint.html"))), """
            id classes attributes idPrefix items"""),
            component("nhsukTextarea", Fields::textarea, nothing(), """
            id name spellcheck rows value disabled describedBy label hint errorMessage \
            formGroup classes autocomplete attributes"""),
            component("nhsukWarningCallout", Cards::warningCallout, markup("html", actions()), """
            id heading headingLevel headingClasses text html actions classes attributes \
            visuallyHiddenText"""));

    private static Component component(String tag, Function<Options, Html> drawing, Inside inside, String options) {
        return new Component(tag, drawing, inside, Set.of(options.split(" ")));
    }

    static Stream<Component> all() {
        return ALL.stream();
    }

    Html draw(Options said) {
        return drawing.apply(said);
    }

    /** Where in the options a parameter of the tag belongs, when it belongs anywhere. */
    Optional<String> pathOf(String parameter) {
        return ParameterName.of(parameter).within(options);
    }
}
