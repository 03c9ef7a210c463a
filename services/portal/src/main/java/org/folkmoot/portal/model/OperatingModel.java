package org.folkmoot.portal.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.folkmoot.nhsuk.picture.KindMap;

/** The operating models in words. */
public enum OperatingModel {
    TRUST_EMPLOYED("TE", "Run by a trust"),
    TRUST_SUBSIDIARY("TS", "Run by a trust's subsidiary"),
    CORPORATE_PROVIDER("CP", "Run by a company"),
    OTHER_PROVIDER("OP", "Run by another organisation"),
    SUPERPARTNERSHIP("SP", "In a superpartnership"),
    NOT_RECORDED("?", "Not recorded"),
    FEDERATION_RUN("FR", "Run by a federation"),
    FEDERATION_MEMBER("FM", "Own contract, in a federation"),
    INCORPORATED_COMPANY("IC", "The GPs' own company"),
    INDEPENDENT_PARTNERSHIP("IP", "Independent partnership");

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String sign;
    private final String words;

    OperatingModel(String sign, String words) {
        this.sign = sign;
        this.words = words;
    }

    /** The registry's name of it. */
    public String code() {
        return code;
    }

    /** What people call it. */
    public String words() {
        return words;
    }

    static List<OperatingModel> all() {
        return Arrays.asList(values());
    }

    /** What people call the model of that name; the name itself for one that the registry has learned since. */
    public static String words(String code) {
        return all().stream()
                .filter(model -> model.code.equals(code))
                .findFirst()
                .map(OperatingModel::words)
                .orElse(code);
    }

    static List<KindMap.Kind> kinds() {
        return all().stream()
                .map(model -> new KindMap.Kind(model.code, model.sign, model.words))
                .toList();
    }
}
