package org.antiphon.platform;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page that tells a visitor what went wrong. */
@CheckedTemplate(basePath = "ErrorPages")
class ErrorPages {

    private ErrorPages() {}

    static native TemplateInstance problem(int status, String title, String detail, WayOn way);
}
