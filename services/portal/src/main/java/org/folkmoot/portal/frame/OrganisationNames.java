package org.folkmoot.portal.frame;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.service.Models;
import org.folkmoot.portal.service.Models.Body;
import org.folkmoot.portal.service.Registry;
import org.folkmoot.portal.service.Registry.Organisation;
import org.folkmoot.portal.service.Registry.Practice;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;

/** What organisations are called. One of which the registry says nothing at the moment goes by its code. */
@ApplicationScoped
public class OrganisationNames {

    /** Of more than these, the practices of the ICS are asked for all together. */
    private static final int FEW = 10;

    /** As many as a page of a list can have. */
    private static final int MOST = 50;

    /** The length of a UUID as text; no ODS code is as long. */
    private static final int ID = 36;

    private final Registry registry;
    private final Models models;
    private final Panels panels;

    OrganisationNames(Registry registry, Models models, Panels panels) {
        this.registry = registry;
        this.models = models;
        this.panels = panels;
    }

    /** Names by code. */
    public Map<String, String> of(Visit visit, Stream<String> codes) {
        var names = new HashMap<String, String>();
        List<String> wanted = codes.distinct().toList();
        if (wanted.size() > FEW
                && registry.practices(visit, visit.tenant().icb().code(), null, null)
                        instanceof Reply.Given<List<Practice>>(List<Practice> practices, var tag, var location)) {
            practices.forEach(practice -> names.put(practice.code(), practice.name()));
        }
        var asked = new LinkedHashMap<String, Loading<Organisation>>();
        wanted.stream()
                .filter(code -> !names.containsKey(code))
                .limit(MOST)
                .forEach(code -> asked.put(code, panels.load(() -> registry.organisation(visit, code, null))));
        asked.forEach((code, loading) -> names.put(
                code,
                loading.reply() instanceof Reply.Given<Organisation>(Organisation known, var tag, var location)
                        ? known.name()
                        : code));
        return names;
    }

    /**
     * Names with what they are known by: the code of one in the directory in brackets; of a body that the ICS defined, its name
     * alone.
     *
     * @param ids ODS codes, or ids of bodies
     */
    public Map<String, String> withCodes(Visit visit, Stream<String> ids) {
        var words = new HashMap<String, String>();
        List<String> wanted = ids.distinct().toList();
        List<String> defined = wanted.stream().filter(id -> id.length() == ID).toList();
        if (!defined.isEmpty()
                && models.bodies(visit) instanceof Reply.Given<List<Body>>(List<Body> bodies, var tag, var location)) {
            bodies.forEach(body -> words.put(body.id().toString(), body.name()));
        }
        Map<String, String> names = of(visit, wanted.stream().filter(id -> id.length() != ID));
        names.forEach((code, name) -> words.put(code, name.equals(code) ? code : name + " (" + code + ")"));
        wanted.forEach(id -> words.putIfAbsent(id, id));
        return words;
    }
}
