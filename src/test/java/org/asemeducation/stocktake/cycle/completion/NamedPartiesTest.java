package org.asemeducation.stocktake.cycle.completion;

import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.PartyId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NamedPartiesTest {

	private static final List<String[]> REGISTER = List.of(new String[] { "Asia-Europe Foundation", "ASEF" },
			new String[] { "European Commission", "EC" }, new String[] { "ASEM-DUO Secretariat", "ASEM-DUO" },
			new String[] { "ASEM Lifelong Learning Hub Secretariat (University College Cork)", "ASEM LLL Hub" },
			new String[] { "ASEM Lifelong Learning Hub Research Network 4", "ASEM LLL Hub RN4" },
			new String[] { "UNESCO headquarters", "UNESCO" },
			new String[] { "UNESCO Institute for Lifelong Learning", "UNESCO UIL" },
			new String[] { "European Training Foundation", "ETF" },
			new String[] { "European Centre for the Development of Vocational Training", "CEDEFOP" },
			new String[] { "ASEAN Secretariat", "ASEAN Secretariat" },
			new String[] { "British Council", "British Council" }, new String[] { "Thailand", null });

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			value = { "ASEF | ASEF", "EC | EC", "ASEM-DUO Secretariat | ASEM-DUO", "LLL HUB | ASEM LLL Hub",
					"LLL HUB RN4 | ASEM LLL Hub RN4", "UIL | UNESCO UIL", "UNESCO | UNESCO",
					"ETF/CEDEFOP/UNESCO & ASEAN Secretariat | ETF;CEDEFOP;UNESCO;ASEAN Secretariat",
					"Thailand & Flemish Community | Thailand", "WPP partners | -", "Council of the region | -",
					"Projects | -" })
	void theLongestNameOfTheRegisterCounts(String words, String labels) {
		List<Party> parties = new ArrayList<>();
		REGISTER.forEach((it) -> parties
			.add(new Party(new PartyId(parties.size() + 1L), it[0], it[1], "stakeholder", null, "g" + parties.size())));

		assertThat(new NamedParties(parties).in(words)).extracting(Party::label)
			.containsExactly((labels != null) ? labels.split(";") : new String[0]);
	}

}
