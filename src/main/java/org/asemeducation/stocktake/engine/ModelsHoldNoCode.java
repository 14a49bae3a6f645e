package org.asemeducation.stocktake.engine;

import java.util.Set;
import java.util.regex.Pattern;

import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/**
 * No script, no class, no method call in a model: an expression names one bean or reads
 * one variable.
 */
class ModelsHoldNoCode implements ModelRule {

	/** The business key of the instance itself, or of a part of what it is about. */
	static final Pattern BUSINESS_KEY = Pattern.compile("#\\{execution\\.processBusinessKey}(?:/([A-Z0-9]+))?");

	private static final Pattern PLAIN = Pattern.compile("[$#]\\{[a-z][A-Za-z]*}");

	private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{");

	private static final Set<String> SCRIPTS = Set.of("script", "scriptTask");

	private static final Set<String> CODE = Set.of("class", "expression", "type", "topic", "resource", "scriptFormat",
			"variableMappingClass", "variableMappingDelegateExpression");

	@Override
	public void check(Model model, Breaches breaches) {
		NodeList elements = model.document().getElementsByTagName("*");
		for (int number = 0; number < elements.getLength(); number++) {
			check(model, (Element) elements.item(number), breaches);
		}
	}

	private static void check(Model model, Element element, Breaches breaches) {
		if (SCRIPTS.contains(element.getLocalName())) {
			breaches.add(model, owner(element), "holds a script");
		}
		NamedNodeMap attributes = element.getAttributes();
		for (int number = 0; number < attributes.getLength(); number++) {
			Attr attribute = (Attr) attributes.item(number);
			if (CODE.contains(attribute.getLocalName()) && isCamundas(element, attribute)) {
				breaches.add(model, owner(element), "has %s=\"%s\": name a bean by delegateExpression"
					.formatted(attribute.getName(), attribute.getValue()));
			}
			checkExpression(model, element, attribute.getValue(), breaches);
		}
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Text text) {
				checkExpression(model, element, text.getData(), breaches);
			}
		}
	}

	private static void checkExpression(Model model, Element element, String text, Breaches breaches) {
		String expression = text.strip();
		if (EXPRESSION.matcher(expression).find() && !PLAIN.matcher(expression).matches()
				&& !BUSINESS_KEY.matcher(expression).matches()) {
			breaches.add(model, owner(element), "has the expression %s: read one variable".formatted(expression));
		}
	}

	private static boolean isCamundas(Element element, Attr attribute) {
		return BpmnModelConstants.CAMUNDA_NS.equals(attribute.getNamespaceURI())
				|| BpmnModelConstants.CAMUNDA_NS.equals(element.getNamespaceURI());
	}

	private static @Nullable String owner(Node node) {
		for (Node at = node; at instanceof Element element; at = at.getParentNode()) {
			if (element.hasAttribute("id")) {
				return element.getAttribute("id");
			}
		}
		return null;
	}

}
