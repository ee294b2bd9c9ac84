package dev.faultline.views.report;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/// What the schemas of the forms for other programs say of a file; nothing when it keeps them.
final class Schemas {
    /// The standard's own schema, as a library for SARIF ships it.
    private static final String SARIF = "/schema/sarif-schema-2.1.0.json";

    private Schemas() {
    }

    static List<String> ofSarif(String file) throws IOException {
        String text;
        try (InputStream in = Objects.requireNonNull(Schemas.class.getResourceAsStream(SARIF))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text);
        return schema.validate(file, InputFormat.JSON).stream().map(Object::toString).toList();
    }

    static List<String> ofJunit(String file) throws IOException, SAXException {
        List<String> errors = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(Schemas.class.getResourceAsStream("junit.xsd"))) {
            Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(in)).newValidator();
            validator.setErrorHandler(new DefaultHandler() {
                @Override
                public void error(SAXParseException e) {
                    errors.add(e.toString());
                }
            });
            validator.validate(new StreamSource(new StringReader(file)));
        }
        return errors;
    }
}
