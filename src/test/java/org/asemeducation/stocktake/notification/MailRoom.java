package org.asemeducation.stocktake.notification;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import javax.sql.DataSource;

import org.asemeducation.stocktake.access.provider.ProviderSettings;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.completion.Completions;
import org.asemeducation.stocktake.cycle.proposal.ProposalInvitations;
import org.asemeducation.stocktake.cycle.proposal.Proposals;
import org.asemeducation.stocktake.endorsement.noobjection.Rounds;
import org.asemeducation.stocktake.plan.PlanChanges;
import org.asemeducation.stocktake.report.SealedVersions;
import org.asemeducation.stocktake.report.chapter.Commissions;
import org.asemeducation.stocktake.engine.AsNobody;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.DeskActs;
import org.asemeducation.stocktake.engine.FreshStatistics;
import org.asemeducation.stocktake.engine.GroupTasks;
import org.asemeducation.stocktake.engine.OneFlush;
import org.asemeducation.stocktake.engine.OwnPlan;
import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.engine.TestDatabase;
import org.asemeducation.stocktake.notification.letter.Letters;
import org.asemeducation.stocktake.notification.transport.MailSettings;
import org.asemeducation.stocktake.notification.transport.MailTransport;
import org.asemeducation.stocktake.notification.transport.NotDeliveredException;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.asemeducation.stocktake.update.contribution.Inviting;
import org.asemeducation.stocktake.update.note.WaitingNotes;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;

/**
 * Everything that makes and sends mails, on the tests' database and an engine with the
 * model of a mail, without the application around it. Its clock stands still, its
 * transport remembers or refuses.
 */
final class MailRoom {

	static final Instant MORNING = Instant.parse("2023-06-05T07:00:00Z");

	private static final AnnotationConfigApplicationContext CONTEXT = new AnnotationConfigApplicationContext(
			Wiring.class);

	private MailRoom() {
	}

	/** The room as it is before each test: Monday 5 June 2023, nine o'clock in Rome. */
	static void tidy() {
		at(MORNING);
		transport().refusing = null;
		transport().sent.clear();
		perMinute(0);
		jdbc().sql("update mail_pace set next_at = null").update();
	}

	/** How many mails may leave in a minute until the room is tidied; 0 for all. */
	static void perMinute(int mails) {
		when(get(MailSettings.class).perMinute()).thenReturn(mails);
	}

	static void leave() {
		ClockUtil.reset();
	}

	static void at(Instant now) {
		get(StandingClock.class).now = now;
		ClockUtil.setCurrentTime(Date.from(now));
	}

	static <T> T get(Class<T> type) {
		return CONTEXT.getBean(type);
	}

	static JdbcClient jdbc() {
		return get(JdbcClient.class);
	}

	static RememberingTransport transport() {
		return get(RememberingTransport.class);
	}

	static void inTransaction(Runnable work) {
		new TransactionTemplate(get(PlatformTransactionManager.class)).executeWithoutResult((status) -> work.run());
	}

	/** The one job that a mail's process waits for. */
	static Job job(long mail) {
		return jobs(mail).get(0);
	}

	static List<Job> jobs(long mail) {
		String instance = jdbc().sql("select process_instance from mail where id = " + mail)
			.query(String.class)
			.single();
		return get(ManagementService.class).createJobQuery().processInstanceId(instance).list();
	}

	static void run(long mail) {
		get(ManagementService.class).executeJob(job(mail).getId());
	}

	@TestConfiguration
	@EnableTransactionManagement
	@Import({ AsNobody.class, Audit.class, Commissions.class, Completions.class, Cycles.class, DeskActs.class,
			FreshStatistics.class, GroupTasks.class, OneFlush.class, OwnPlan.class, PlanChanges.class,
			ProposalInvitations.class, Proposals.class, Rounds.class, SealedVersions.class, WaitingNotes.class })
	@ComponentScan(basePackageClasses = { Ledger.class, Letters.class }, useDefaultFilters = false,
			includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION,
					classes = org.springframework.stereotype.Component.class),
			excludeFilters = {
					@ComponentScan.Filter(type = FilterType.ANNOTATION,
							classes = { Configuration.class, Controller.class }),
					@ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.reach\\.MendingAddresses"),
					@ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.roster\\.Confirming"),
					@ComponentScan.Filter(type = FilterType.REGEX,
							pattern = ".*\\.notification\\.meeting\\.(?!MeetingRoster$).*"),
					@ComponentScan.Filter(type = FilterType.REGEX,
							pattern = ".*\\.notification\\.(help\\..*|RemindsNow)"),
					@ComponentScan.Filter(type = FilterType.REGEX,
							pattern = ".*\\.escalation\\.(?!Escala(ting|tions|teProcess)$).*") })
	static class Wiring {

		@Bean
		DataSource dataSource() {
			return TestDatabase.dataSource();
		}

		@Bean
		DataSourceTransactionManager transactions(DataSource dataSource) {
			return new DataSourceTransactionManager(dataSource);
		}

		@Bean
		JdbcClient jdbcClient(DataSource dataSource) {
			return JdbcClient.create(dataSource);
		}

		@Bean
		StandingClock clock() {
			return new StandingClock();
		}

		/** Nobody is invited here: that is another stage's, with a model of its own. */
		@Bean
		Inviting inviting() {
			return mock(Inviting.class);
		}

		@Bean
		RememberingTransport transport() {
			return new RememberingTransport();
		}

		@Bean
		PublicUrl publicUrl() {
			return new PublicUrl(URI.create("https://stocktake.example.org"));
		}

		@Bean
		ProviderSettings provider() {
			return new ProviderSettings("", "", "", "your ministry’s account", false);
		}

		@Bean
		MailSettings mailSettings() {
			return spy(new MailSettings("ASEM Education Secretariat <aes@example.org>", "aes@example.org",
					Duration.ofMinutes(2), 0));
		}

		@Bean
		ProcessEngineFactoryBean engine(DataSource dataSource, PlatformTransactionManager transactions,
				ApplicationContext context) throws Exception {
			SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
			configuration.setApplicationContext(context);
			configuration.setDataSource(dataSource);
			configuration.setTransactionManager(transactions);
			configuration.setProcessEngineName("mailRoom");
			configuration.setDatabaseSchemaUpdate("false");
			configuration.setHistory("full"); // as the application: all engines on one
												// database agree
			configuration.setJobExecutorActivate(false);
			configuration.setMetricsEnabled(false);
			configuration.setEnableCmdExceptionLogging(false);
			configuration.setAuthorizationEnabled(true);
			configuration.setDeploymentName("mailRoom");
			configuration.setDeploymentResources(new Resource[] { new ClassPathResource("bpmn/mail.bpmn") });
			ProcessEngineFactoryBean factory = new ProcessEngineFactoryBean();
			factory.setProcessEngineConfiguration(configuration);
			return factory;
		}

		@Bean
		RuntimeService runtimeService(ProcessEngine engine) {
			return engine.getRuntimeService();
		}

		@Bean
		IdentityService identityService(ProcessEngine engine) {
			return engine.getIdentityService();
		}

		@Bean
		ManagementService managementService(ProcessEngine engine) {
			return engine.getManagementService();
		}

	}

	static class RememberingTransport implements MailTransport {

		final List<OutgoingMail> sent = new ArrayList<>();

		String refusing;

		@Override
		public String send(OutgoingMail mail) {
			if (this.refusing != null) {
				throw new NotDeliveredException(this.refusing, new IllegalStateException());
			}
			this.sent.add(mail);
			return "250 2.0.0 taken";
		}

	}

	static class StandingClock extends Clock {

		private volatile Instant now = MORNING;

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
