package org.folkmoot.portal.session;

/** Names that every form and every page with a form have in common. */
public final class FormFields {

    /** The field that holds the form's token. */
    public static final String TOKEN = "form-token";

    /** The query parameter that names a draft. */
    public static final String DRAFT = "draft";

    private FormFields() {}
}
