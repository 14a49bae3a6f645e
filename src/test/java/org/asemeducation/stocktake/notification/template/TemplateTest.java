package org.asemeducation.stocktake.notification.template;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What a template can say, and that it can do nothing else.
 */
class TemplateTest {

	private static final String GOOD = "Subject: Hello {{to}}\n{{to}}, please.\n\n{{#asked}}\n{{link}}\n{{/asked}}\n";

	@ParameterizedTest
	@EnumSource
	void whatIsShippedStandsItsOwnChecks(TemplateName name) {
		// when
		Letter letter = Templates.preview(name, Templates.shipped(name));
		// then
		assertThat(letter.text() + letter.subject() + letter.body()).doesNotContain("{{", "}}", "\uE000", "## ");
		assertThat(letter.text().lines().findFirst().orElseThrow())
			.contains((name == TemplateName.ESCALATION) ? "Ada Lane, please" : "Kim Lee (ASEF)");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"{{nobody}}                          | Line 7: {{nobody}} is unknown here: use one of acceptances, accepted,",
			"{{#asked}} x                        | Line 7: {{#asked}} is not closed: write {{/asked}} where it ends.",
			"x {{/asked}}                        | Line 7: {{/asked}} ends nothing",
			"{{#one}}{{#asked}}{{/one}}          | Line 7: {{/one}} comes before {{/asked}}: what began last, in line 7, ends first.",
			"{{asked}}                           | Line 7: {{asked}} cannot be said by itself: write {{#asked}} … {{/asked}}.",
			"{{one}}                             | Line 7: {{one}} cannot be said by itself",
			"{{title}}                           | Line 7: {{title}} is unknown here",
			"{{#asked}}{{#rest}}{{/rest}}{{/asked}} | Line 7: {{#rest}} … is unknown",
			"{{ to                               | Line 7: \"{{\" is no variable",
			"to }}                               | Line 7: \"}}\" is no variable",
			"[Here](javascript:alert(1))         | Line 7: \"javascript:alert(1\" is no address to link to",
			"[Here](http://example.org)          | Line 7: \"http://example.org\" is no address to link to",
			"[Here]({{to}})                      | Line 7: \"{{to}}\" is no address to link to" })
	void whatIsBrokenIsSaidInOneSentenceWithItsLine(String broken, String sentence) {
		assertThatThrownBy(() -> Templates.preview(TemplateName.REQUEST, GOOD + broken))
			.isInstanceOf(BrokenTemplateException.class)
			.message()
			.startsWith(sentence.replace("{{#rest}} … is unknown", "{{rest}} is unknown here"))
			.doesNotContain("\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "No subject | begin it with \"Subject: \"", "Subject: x | never says {{link}}" })
	void whatMakesNoMailIsRefused(String source, String sentence) {
		assertThatThrownBy(() -> Templates.preview(TemplateName.REQUEST, source)).hasMessageContaining(sentence);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{{to.class}}", "{{to.class.classLoader}}", "{{class}}", "{{getClass}}", "{{this}}",
			"{{.}}", "{{asked.0.id}}", "{{asked[0]}}", "{{#asked.size}}x{{/asked.size}}", "{{T(java.lang.Runtime)}}",
			"{{new java.util.Date()}}", "{{@environment}}", "{{${7*7}}}", "{{{to}}}", "{{&to}}", "{{>../application}}",
			"{{!comment}}", "{{=<% %>=}}", "{{ to | upper }}", "{{to()}}", "{{#to}}{{/to", "{{\n}}",
			"{{#asked}}{{#asked}}{{link}}{{/asked}}{{/asked}}" })
	void noTemplateReachesAnythingButItsVariables(String hostile) {
		assertThatThrownBy(() -> Templates.preview(TemplateName.REQUEST, GOOD + hostile))
			.isInstanceOf(BrokenTemplateException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "${7*7}", "#{7*7}", "*{7*7}", "[(${7*7})]", "[[${7*7}]]", "__${7*7}__", "~{layout.html}",
			"<p th:text=\"${7*7}\">", "${T(java.lang.Runtime).getRuntime().exec('x')}", "<#assign x=7*7>${x}",
			"<script>alert(7*7)</script>", "<img src=x onerror=alert(7*7)>", "<% out.print(7*7) %>", "$!{7*7}" })
	void whatOtherLanguagesEvaluateIsPlainTextHere(String hostile) {
		// when
		Letter letter = Templates.preview(TemplateName.REQUEST, GOOD + "\n" + hostile + "\n");
		// then
		assertThat(letter.text()).contains(hostile).doesNotContain("49");
		assertThat(letter.body()).doesNotContain("49", "<script", "<img", "<p th:", "<#", "<%");
	}

	@Test
	void whatAVariableStandsForCanBeNothingButWords() {
		// given
		String hostile = "x\n## Heading\n* item\n[Click](https://evil.example) <b>{{to}}</b> \uE0000\uE001 ${7*7}";
		Map<String, Object> words = Map.of("to", hostile, "asked", List.of(Map.of("link", "javascript:alert(1)")));
		// when
		Letter letter = say("Subject: {{to}}\n{{to}}\n\n{{#asked}}\n[Open]({{link}})\n{{/asked}}", words);
		// then
		assertThat(letter.subject()).doesNotContain("\n");
		assertThat(letter.body()).doesNotContain("<h2>", "<ul>", "href", "<b>", "49")
			.contains("&lt;b&gt;{{to}}&lt;/b&gt;");
	}

	@Test
	void aPartIsSaidForEachThingOrIfOrIfNot() {
		assertThat(say("Subject: s\n{{#rest}}[{{id}}]{{/rest}}{{^rest}}none{{/rest}}{{#one}}!{{/one}}{{^one}}?{{/one}}",
				Map.of("rest", List.of(Map.of("id", "A"), Map.of("id", "B")), "one", true))
			.text()).isEqualTo("[A][B]!\n\n");
		assertThat(say("Subject: s\n{{#rest}}[{{id}}]{{/rest}}{{^rest}}none{{/rest}}{{#one}}!{{/one}}{{^one}}?{{/one}}",
				Map.of("rest", List.of(), "one", false))
			.text()).isEqualTo("none?\n\n");
	}

	@Test
	void aTemplateThatIsTooLongIsRefused() {
		assertThatThrownBy(() -> Templates.preview(TemplateName.REQUEST, GOOD + "x".repeat(20_000)))
			.hasMessageContaining("use at most 20000");
	}

	private static Letter say(String source, Map<String, Object> words) {
		Values values = new Values();
		StringBuilder said = new StringBuilder();
		Template.read(source, TemplateName.REQUEST.variables()).say(words, values, said);
		return Layout.of(said.toString(), values);
	}

}
