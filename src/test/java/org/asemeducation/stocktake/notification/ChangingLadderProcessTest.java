package org.asemeducation.stocktake.notification;

import java.util.List;

import org.asemeducation.stocktake.Path;
import org.asemeducation.stocktake.ProcessTest;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.ChangingLadder.Change;
import org.asemeducation.stocktake.notification.ChangingLadder.Days;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The ladder in the entry "Settings" under "Start process".
 */
@ProcessTest
class ChangingLadderProcessTest {

	private static final Days OTHER = new Days(List.of(-9, -2), List.of(-1));

	@Autowired
	private ChangingLadder ladder;

	@Autowired
	private Stage stage;

	@Autowired
	private Path path;

	@Autowired
	private Troupe troupe;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void aLookChangesNothing() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		Days before = this.ladder.of(cycle);
		// when
		Change change = this.ladder.preview(cycle, OTHER);
		// then
		assertThat(change.before()).isPositive();
		assertThat(change.added()).isNotEmpty();
		assertThat(change.gone()).isNotEmpty();
		assertThat(this.ladder.of(cycle)).isEqualTo(before);
	}

	@Test
	void itsInstanceWritesTheDaysBeforeAndAfterIntoTheAudit() {
		// given
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR);
		Days before = this.ladder.of(cycle);
		// when
		this.ladder.change(cycle, OTHER, this.troupe.user("aes"));
		// then
		assertThat(this.ladder.of(cycle)).isEqualTo(OTHER);
		assertThat(this.ladder.preview(cycle, OTHER).added()).isEmpty();
		String act = this.jdbc.sql("select about || '/desk/' || id from desk_act where about = :cycle")
			.param("cycle", cycle.value())
			.query(String.class)
			.single();
		assertThat(this.path.of("settings", act)).containsExactly("startEvent_settingChosen", "serviceTask_auditAct",
				"endEvent_settingChanged");
		assertThat(this.jdbc.sql("select act || ': ' || after from audit where subject = :act")
			.param("act", act)
			.query(String.class)
			.list())
			.containsExactly("change ladder: [-9, -2] and [-1] instead of %s and %s".formatted(before.all(),
					before.allBeforeTheFreeze()));
	}

	@Test
	void theLadderOfACycleThatHasNotAskedYetIsChangedToo() {
		// given
		CycleName cycle = this.stage.open();
		assertThat(this.ladder.cycles()).extracting(ChangingLadder.Choice::name).contains(cycle.value());
		// when
		this.ladder.change(cycle, OTHER, this.troupe.user("aes"));
		// then
		assertThat(this.ladder.of(cycle)).isEqualTo(OTHER);
	}

	@Test
	void nobodyIsRemindedByTheLadderOfACycleWhoseGatheringIsOver() {
		CycleName cycle = this.stage.open();
		this.jdbc.sql("update cycle set state = 'closed' where name = :cycle").param("cycle", cycle.value()).update();
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.ladder.change(cycle, OTHER, "aes"))
			.withMessageContaining("The gathering of %s is over".formatted(cycle));
		assertThat(this.ladder.cycles()).extracting(ChangingLadder.Choice::name).doesNotContain(cycle.value());
	}

}
