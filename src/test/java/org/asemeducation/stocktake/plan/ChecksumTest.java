package org.asemeducation.stocktake.plan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChecksumTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "A small plan|A plan", "version: test|version: tests", "wording: summary|wording: adopted",
					"dated: 2021-10|dated: 2021-11", "Move about|Move", "By train|By sea", "Exchange people|Exchange",
					"new: false|new: true", "with a second line|with a line", "title: The exchange|title: Exchange",
					"(UoS), with|(UoS) with", "role: support|role: host", "Exchange 100 pairs|Exchange 101 pairs",
					"300 pairs|301 pairs", "sea.example/exchange|sea.example/", "key: nobody|key: none",
					"same_programme_as: exchange|#", "iso: MT|#", "region: Asia|#", "acronym: HI|acronym: HIN",
					"every_years: 4|every_years: 5", "  - Thailand|  - Malta",
					"objectives_inferred: ['1.2']|objectives_inferred: ['1.1']" })
	void whateverThePlanSaysCounts(String text, String other) {
		// given
		assertThat(PlanFiles.small()).contains(text);
		ActionPlan plan = PlanFiles.plan(PlanFiles.small().replace(text, other));
		// then
		assertThat(Checksum.of(plan)).isNotEqualTo(Checksum.of(PlanFiles.smallPlan()));
	}

	@Test
	void howTheFileLooksDoesNotCount() {
		// given
		ActionPlan plan = PlanFiles
			.plan("# A remark\r\n" + PlanFiles.small().replace("\n", "\r\n").replace("'1.1'", "\"1.1\""));
		// then
		assertThat(Checksum.of(plan)).isEqualTo(Checksum.of(PlanFiles.smallPlan()));
	}

}
