package org.folkmoot.executive.notice;

/** What somebody can have to see to, as mails name it and where the portal lists it. */
public enum DutyKind {
    /** An action. */
    ACTION("action", "actions", "/actions/"),
    /** An enquiry of a system partner. */
    ENQUIRY("enquiry", "enquiries", "/enquiries/"),
    /** What a practice is asked because of an enquiry. */
    ASK("question to your practice", "questions to your practices", "/asks/?state=open"),
    /** The report of a meeting of others. */
    REPORT_BACK("report back", "reports back", "/sittings/?show=past"),
    /** The response to a national recommendation. */
    RECOMMENDATION("response to a recommendation", "responses to recommendations", "/recommendations/");

    private final String one;
    private final String many;
    private final String page;

    DutyKind(String one, String many, String page) {
        this.one = one;
        this.many = many;
        this.page = page;
    }

    /** So many of them, in words. */
    String number(int number) {
        return number == 1 ? "1 " + one : number + " " + many;
    }

    /** More than one of them. */
    String many() {
        return many;
    }

    /**
     * Where the portal lists them.
     *
     * @param mine only those of whoever looks
     */
    String page(boolean mine) {
        return mine ? page + (page.contains("?") ? "&" : "?") + "mine=true" : page;
    }
}
