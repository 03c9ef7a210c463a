package org.folkmoot.portal.frame;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.folkmoot.portal.session.Drafts;
import org.folkmoot.portal.session.Visit;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jspecify.annotations.Nullable;

/** Forms with many fields: what was sent just now, and what was sent too late. */
@ApplicationScoped
public class Forms {

    private final Drafts drafts;

    Forms(Drafts drafts) {
        this.drafts = drafts;
    }

    /** What the form of this request holds. */
    public Entered sent() {
        var fields = new LinkedHashMap<String, List<String>>();
        FormData data = CurrentRequestManager.get().getFormData();
        if (data != null) {
            for (String name : data) {
                var texts = new ArrayList<String>();
                data.get(name).forEach(value -> {
                    if (!value.isFileItem()) {
                        texts.add(value.getValue());
                    }
                });
                fields.put(name, texts);
            }
        }
        return new Entered(fields);
    }

    /** The form for a page at that address: what was sent too late, if the page is asked for that, or else this. */
    public Form shown(Visit visit, String path, @Nullable String draft, Entered otherwise) {
        return Optional.ofNullable(draft)
                .flatMap(name -> drafts.of(visit, path, name))
                .map(fields -> new Form(new Entered(fields), Request.fresh(), FormErrors.NONE, true))
                .orElseGet(() -> Form.of(otherwise));
    }
}
