package org.asemeducation.stocktake;

import java.time.Instant;

import org.asemeducation.stocktake.cycle.Officials;
import org.asemeducation.stocktake.endorsement.Endorsements;
import org.asemeducation.stocktake.engine.SimulatedClock;
import org.asemeducation.stocktake.report.Editors;
import org.asemeducation.stocktake.report.comment.Commenters;
import org.asemeducation.stocktake.report.round.RoundActs;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.asemeducation.stocktake.update.extension.Extenders;
import org.asemeducation.stocktake.update.files.TestNotePictures;
import org.asemeducation.stocktake.update.handover.Successors;
import org.asemeducation.stocktake.update.people.Answerers;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * What the process tests add to the application.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import({ Troupe.class, Calendars.class, Jobs.class, Stage.class, Path.class, PostOffice.class, Sabotage.class,
		SameMoment.class, TestNotePictures.class, Coordinators.class, Extenders.class, Answerers.class,
		Successors.class, Reviewers.class, Officials.class, Editors.class, Commenters.class, RoundActs.class,
		Endorsements.class, EarlierRelease.class, WalkOn.class })
class StageConfiguration {

	@Bean
	SimulatedClock clock() {
		return new SimulatedClock(Instant.parse("2029-01-08T08:00:00Z"));
	}

	@Bean
	ModelCoverage modelCoverage() {
		return new ModelCoverage();
	}

	@Bean
	RememberedMails mailTransport() {
		return new RememberedMails();
	}

}
