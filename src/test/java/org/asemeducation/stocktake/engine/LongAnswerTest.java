package org.asemeducation.stocktake.engine;

import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.report.RolledBackDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class LongAnswerTest {

	private final RolledBackDatabase database = new RolledBackDatabase();

	private final JdbcClient jdbc = this.database.jdbc();

	private final LongAnswer answer = new LongAnswer(this.jdbc);

	@AfterEach
	void undo() {
		this.database.close();
	}

	@Test
	void everyRowComesOnceAndInOrder() {
		assertThat(read("narrow_rows", "select n from generate_series(1, :last) n order by n", 6001)).hasSize(6001)
			.startsWith(1, 2)
			.endsWith(6001)
			.isSorted();
		assertThat(read("narrow_rows", "select n from generate_series(1, :last) n order by n", 0)).isEmpty();
	}

	@Test
	void answersWithOtherColumnsFollowOnTheSameConnection() {
		assertThat(read("wide_rows", "select n, n::text as said, now() as at from generate_series(1, :last) n", 6000))
			.hasSize(6000);
		assertThat(read("narrow_rows", "select n from generate_series(1, :last) n", 6000)).hasSize(6000);
		assertThat(read("wide_rows", "select n, n::text as said, now() as at from generate_series(1, :last) n", 6000))
			.hasSize(6000);
	}

	private List<Integer> read(String name, String sql, int last) {
		List<Integer> rows = new ArrayList<>();
		this.answer.read(name, this.jdbc.sql(LongAnswer.begin(name) + sql).param("last", last),
				(row, number) -> row.getInt("n"), rows::add);
		return rows;
	}

}
