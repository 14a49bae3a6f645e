package org.asemeducation.stocktake.plan;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class BrokenPlanTest {

	private static final String MALTA_HOSTS = "    - name: Malta\n      type: partner-country\n      role: host\n";

	/** What stands in the small plan, what is put there instead, what the reader says. */
	static Stream<Arguments> brokenPlaces() {
		return Stream.of(
				arguments("  title: A small plan", "  titel: A small plan",
						"line 3: \"titel\" is not a key of the document; did you mean \"title\"?"),
				arguments("objectives:\n- number: 1", "aims:\n- number: 1",
						"line 7: \"aims\" is not a key of the plan; the keys here are document, objectives, programmes, actions, "
								+ "partners, stakeholders, supporting_structures, secretariat_terms."),
				arguments("    title: The exchange\n", "", "line 27: initiative A01-I01 has no \"title\"."),
				arguments("    new: true\n", "", "line 50: initiative A01-I02 has no \"new\"."),
				arguments("    new: true\n", "    new: maybe\n",
						"line 53: \"new\" of initiative A01-I02 should be true or false, not \"maybe\"."),
				arguments("  - id: A02-I01", "  - id: A01-I01",
						"line 62: initiative A01-I01 is there already, in line 27."),
				arguments("  - id: A02-I01", "  - id: A02 I01",
						"line 62: \"A02 I01\" is not an initiative's id: use letters, digits and hyphens, as in A01-I02."),
				arguments("['1.2']", "['1.3']", "line 60: action 2 names subgoal \"1.3\", which no objective has."),
				arguments("    - name: University of the Sea\n      acronym: UoS\n", "    - acronym: UoS\n",
						"line 35: coordinator has no \"name\"."),
				arguments("      role: support", "      role: helper",
						"line 42: \"helper\" is not a role: use coordinator, support or host."),
				arguments("      type: stakeholder", "      type: club",
						"line 37: \"club\" is not a kind of party: use one of community, country-group, "
								+ "institutional-partner, other, partner-country, secretariat, stakeholder, working-body."),
				arguments(MALTA_HOSTS, MALTA_HOSTS + MALTA_HOSTS,
						"line 87: initiative A02-I02 names Malta twice as host."),
				arguments("    - Hold 5 courses.", "    - Hold: 5 courses.",
						"line 75: each item of \"activities\" of initiative A02-I01 should be a text, in quotes when it "
								+ "holds a colon."),
				arguments("    - Hold 5 courses.", "    -",
						"line 75: an item of \"activities\" of initiative A02-I01 is empty."),
				arguments("    activities:\n    - Hold 5 courses.", "    activities: Hold 5 courses.",
						"line 74: \"activities\" of initiative A02-I01 should be a list, each item after \"- \"."),
				arguments("- number: 2\n  title: Learn on", "- number: 1\n  title: Learn on",
						"line 15: objective 1 is there twice."),
				arguments("- number: 2\n  title: Connect", "- number: 1\n  title: Connect",
						"line 58: action 1 is there twice."),
				arguments("- number: 2\n  title: Connect", "- number: two\n  title: Connect",
						"line 58: \"number\" of action two should be a number, not \"two\"."),
				arguments("'2.1'\n    text", "'3.1'\n    text", "line 18: subgoal 3.1 stands under objective 2."),
				arguments("'1.2'\n    text", "'1.1'\n    text", "line 13: subgoal 1.1 is there twice."),
				arguments("https://sea", "javascript://sea",
						"line 49: \"javascript://sea.example/exchange\" is not a web address: it has to begin with "
								+ "https:// or http://."),
				arguments("same_programme_as: exchange", "same_programme_as: exchanges",
						"line 79: initiative A02-I01 is said to be the same programme as \"exchanges\", but no "
								+ "initiative has that key."),
				arguments("key: nobody", "key: exchange",
						"line 51: the key \"exchange\" of initiative A01-I02 belongs to another initiative already."),
				arguments("wording: summary", "wording: loose",
						"line 6: \"wording\" should be adopted or summary, not \"loose\"."),
				arguments("iso: MT", "iso: Malta",
						"line 94: \"Malta\" is not a country's code: use two capital letters, as in MT."),
				arguments("region: Asia", "region: Africa", "line 98: \"Africa\" is not a region: use Asia or Europe."),
				arguments("title: A conference", "title: A\n    title: B",
						"line 82: \"title\" stands twice in initiative A02-I02."),
				arguments("title: A conference", "title: 'A conference",
						"line 123: this is not YAML (found unexpected end of stream)."),
				arguments("title: A conference", "title: !!java.net.URL [http://sea.example]",
						"line 81: this is not YAML (Global tag is not allowed: tag:yaml.org,2002:java.net.URL)."),
				arguments("title: A conference", "title: !talk A conference",
						"line 81: the tag !talk cannot stand in a plan, so leave it out."),
				arguments("title: A conference", "title: &a A conference",
						"line 81: the anchor &a cannot stand in a plan, so write the text out where it is needed."),
				arguments("objectives:\n", "objectives: &x\n- *x\n",
						"line 7: the anchor &x cannot stand in a plan, so write the text out where it is needed."),
				arguments("title: A conference", "title: \"A \\0 conference\"",
						"line 81: \"title\" of initiative A02-I02 holds the character U+0000, which cannot stand in a plan."),
				arguments("title: A conference", "title: \"\\ud800\"",
						"line 81: \"title\" of initiative A02-I02 holds the character U+D800, which cannot stand in a plan."),
				arguments("title: A conference", "title: \u0007",
						"line 81: the character U+0007 cannot stand in a plan."),
				arguments("title: A conference", "title: " + "a".repeat(1001),
						"line 81: the title of initiative A02-I02 has 1001 characters, more than the 1000 allowed."),
				arguments("title: A conference", "? [title]\n    : A conference",
						"line 81: a key of initiative A02-I02 should be a word."),
				arguments("actions:\n", "actions: []\nnotes:\n", "line 20: the plan has no actions."),
				arguments("document:\n", "a: b\n---\ndocument:\n",
						"line 3: this is not YAML (but found another document)."));
	}

	static Stream<Arguments> noPlans() {
		return Stream.of(arguments(bytes(""), "plan.yaml: the file is empty, so there is no plan in it."),
				arguments(bytes("# nothing\n"), "plan.yaml: the file is empty, so there is no plan in it."),
				arguments(bytes("abcd"),
						"plan.yaml, line 1: the plan should be keys and values, as in \"document: …\"."),
				arguments(bytes("[]"), "plan.yaml, line 1: the plan should be keys and values, as in \"document: …\"."),
				arguments(bytes("document:"), "plan.yaml, line 1: the plan has no \"document\"."),
				arguments(bytes("\uD83D\uDE00: 1"),
						"plan.yaml, line 1: \"\uD83D\uDE00\" is not a key of the plan; the keys here are document, "
								+ "objectives, programmes, actions, partners, stakeholders, supporting_structures, secretariat_terms."),
				arguments(new byte[] { 0, 1, 2, 3 }, "plan.yaml, line 1: the character U+0000 cannot stand in a plan."),
				arguments("a: b\nc: \u00E9".getBytes(StandardCharsets.ISO_8859_1),
						"plan.yaml, line 2: this is not text in UTF-8, so save the file as UTF-8."),
				arguments("document:".getBytes(StandardCharsets.UTF_16),
						"plan.yaml, line 1: this is not text in UTF-8, so save the file as UTF-8."),
				arguments(new byte[3_000_000],
						"plan.yaml: the file has 3000000 bytes, more than the 1048576 that a plan may have."),
				arguments(bytes("[".repeat(10_000)), "plan.yaml: this is not a plan (Nesting Depth exceeded max 20)."));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static void assertRefused(ThrowingCallable reading, String message) {
		assertThatExceptionOfType(PlanRefused.class).isThrownBy(reading).withMessage(message);
	}

	@ParameterizedTest
	@MethodSource("brokenPlaces")
	void aBrokenPlaceIsRefusedWithItsLine(String text, String broken, String message) {
		// given
		assertThat(PlanFiles.small()).contains(text);
		int at = PlanFiles.small().indexOf(text);
		String file = PlanFiles.small().substring(0, at) + broken + PlanFiles.small().substring(at + text.length());
		// then
		assertRefused(() -> PlanFiles.plan(file), "plan.yaml, " + message);
	}

	@ParameterizedTest
	@MethodSource("noPlans")
	void whatIsNoPlanAtAllIsRefused(byte[] content, String message) {
		assertRefused(() -> new PlanReader().read("plan.yaml", content), message);
	}

	@Test
	void theLineIsThatOfTheEditorWhateverEndsIt() {
		// given
		String file = PlanFiles.small().replace("\n", "\r\n").replace("iso: MT", "iso: Malta");
		// then
		assertThatExceptionOfType(PlanRefused.class).isThrownBy(() -> PlanFiles.plan(file)).satisfies((ex) -> {
			assertThat(ex.line()).isEqualTo(94);
			assertThat(ex.file()).isEqualTo("plan.yaml");
		});
	}

	@Test
	void aByteOrderMarkIsNoFault() {
		assertThat(PlanFiles.plan("\uFEFF" + PlanFiles.small())).isEqualTo(PlanFiles.smallPlan());
	}

	@Test
	void lettersOutsideTheBasicPlaneAreRead() {
		// given
		String title = "A conference \uD83C\uDF0F \uD842\uDFB7 Đà Nẵng";
		// when
		ActionPlan plan = PlanFiles.plan(PlanFiles.small().replace("A conference", title));
		// then
		assertThat(plan.initiatives().get(3).title()).isEqualTo(title);
	}

	@Test
	void aMissingFileIsNamed(@TempDir Path folder) {
		assertRefused(() -> new PlanReader().read(folder.resolve("lost.yaml")),
				"lost.yaml: there is no such file, so check the path.");
	}

	@Test
	void norwayIsACountry() {
		// when
		ActionPlan plan = PlanFiles.plan(PlanFiles.small().replace("iso: MT", "iso: NO"));
		// then
		assertThat(plan.listed()).extracting(ListedParty::country).contains("NO");
	}

}
