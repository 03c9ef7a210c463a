package org.folkmoot.portal.frame;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.folkmoot.portal.service.Tenants;
import org.folkmoot.portal.service.Tenants.PersonName;
import org.folkmoot.portal.session.Visit;

/** Finds people of the ICS by their names, for a form in which one of them is chosen. */
@ApplicationScoped
public class PeopleByName {

    private static final int FEWEST_LETTERS = 2;

    private final Panels panels;
    private final Tenants tenants;

    PeopleByName(Panels panels, Tenants tenants) {
        this.panels = panels;
        this.tenants = tenants;
    }

    /** People with these words in their names; empty where too little was entered to look for anybody. */
    public Optional<Panel<List<PersonName>>> found(Visit visit, String words) {
        return words.replaceAll("\\s", "").length() < FEWEST_LETTERS
                ? Optional.empty()
                : Optional.of(panels.load(() -> tenants.names(visit, words)).panel());
    }

    /** The one of them who was chosen; empty if nobody was, or nobody who has these words in the name. */
    public Optional<PersonName> chosen(Visit visit, String words, String id) {
        return found(visit, words)
                .filter(people -> people.trouble() == null)
                .flatMap(people -> people.value().stream()
                        .filter(person -> person.id().equals(id))
                        .findFirst());
    }
}
