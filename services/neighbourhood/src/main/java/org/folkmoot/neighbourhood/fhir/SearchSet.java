package org.folkmoot.neighbourhood.fhir;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.folkmoot.http.Cursor;
import org.folkmoot.neighbourhood.fhir.Shelf.Found;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What a search found, as a bundle. Its links hold no identifier of a person; what is found by one is found whole, and has no next
 * page.
 *
 * @param type of what was searched
 * @param criteria as they were understood
 */
record SearchSet(String type, Criteria criteria, FhirAddress address) {

    Bundle of(Found found) {
        var bundle = new Bundle();
        bundle.setType(BundleType.SEARCHSET);
        bundle.addLink().setRelation("self").setUrl(link(null));
        Cursor next = found.next();
        if (next != null) {
            bundle.addLink().setRelation("next").setUrl(link(next));
        } else if (criteria.after() == null) {
            bundle.setTotal(found.resources().size());
        }
        for (Resource resource : found.resources()) {
            bundle.addEntry()
                    .setFullUrl(address.of(type + "/" + resource.getIdElement().getIdPart()))
                    .setResource(resource)
                    .getSearch()
                    .setMode(SearchEntryMode.MATCH);
        }
        return bundle;
    }

    private String link(@Nullable Cursor next) {
        var parameters = new LinkedHashMap<String, String>();
        criteria.said().keySet().stream()
                .sorted()
                .filter(parameter -> parameter != SearchParameter.PATIENT_IDENTIFIER)
                .forEach(parameter -> parameters.put(parameter.text(), String.join(",", criteria.values(parameter))));
        if (next != null) {
            parameters.put(Criteria.COUNT, Integer.toString(criteria.count()));
            parameters.put(Criteria.CURSOR, next.toString());
        }
        String query = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return address.of(type) + (query.isEmpty() ? "" : "?" + query);
    }
}
