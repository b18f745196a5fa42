package dev.understudy.federation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which attributes of an assertion become which condition keys.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-saml">Available
 *     keys for SAML-based AWS STS federation</a>
 */
final class AssertionKeys {
    private static final String PERSON = "urn:oid:1.3.6.1.4.1.5923.1.1.1.";
    private static final String ORGANIZATION = "urn:oid:1.3.6.1.4.1.5923.1.2.1.";
    private static final String IDENTITY = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
    private static final String PRIMARY_GROUP =
            "http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid";

    /** Two of AWS's object identifiers are misprints, and are what AWS compares with. */
    private static final Map<String, String> KEYS =
            Map.ofEntries(
                    Map.entry(PERSON + "1", "edupersonaffiliation"),
                    Map.entry(PERSON + "2", "edupersonnickname"),
                    Map.entry(PERSON + "3", "edupersonorgdn"),
                    Map.entry(PERSON + "4", "edupersonorgunitdn"),
                    Map.entry(PERSON + "5", "edupersonprimaryaffiliation"),
                    Map.entry(PERSON + "6", "edupersonprincipalname"),
                    Map.entry(PERSON + "7", "edupersonentitlement"),
                    Map.entry(PERSON + "8", "edupersonprimaryorgunitdn"),
                    Map.entry(PERSON + "9", "edupersonscopedaffiliation"),
                    Map.entry(PERSON + "10", "edupersontargetedid"),
                    Map.entry(PERSON + "11", "edupersonassurance"),
                    Map.entry(ORGANIZATION + "2", "eduorghomepageuri"),
                    Map.entry(ORGANIZATION + "3", "eduorgidentityauthnpolicyuri"),
                    Map.entry(ORGANIZATION + "4", "eduorglegalname"),
                    Map.entry(ORGANIZATION + "5", "eduorgsuperioruri"),
                    Map.entry(ORGANIZATION + "6", "eduorgwhitepagesuri"),
                    Map.entry("urn:oid:2.5.4.3", "cn"),
                    Map.entry(IDENTITY + "name", "name"),
                    Map.entry("http://schemas.xmlsoap.org/claims/CommonName", "commonName"),
                    Map.entry(IDENTITY + "givenname", "givenName"),
                    Map.entry(IDENTITY + "surname", "surname"),
                    Map.entry(IDENTITY + "emailaddress", "mail"),
                    Map.entry(PRIMARY_GROUP, "uid"),
                    Map.entry("2.5.4.3", "commonName"),
                    Map.entry("2.5.4.4", "surname"),
                    Map.entry("2.4.5.42", "givenName"),
                    Map.entry("2.5.4.45", "x500UniqueIdentifier"),
                    Map.entry("0.9.2342.19200300100.1.1", "uid"),
                    Map.entry("0.9.2342.19200300100.1.3", "mail"),
                    Map.entry("0.9.2342.19200300.100.1.45", "organizationStatus"));

    private AssertionKeys() {}

    /**
     * The keys that attributes give. Where two attributes give the same key the first one in the
     * assertion does, as a key takes one claim.
     */
    static Map<String, List<String>> of(Map<String, List<String>> attributes) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        attributes.forEach((name, values) -> {
            String key = KEYS.get(name);
            if (key != null && !values.isEmpty()) {
                keys.putIfAbsent("saml:" + key, List.copyOf(values));
            }
        });
        return keys;
    }
}
