package org.asemeducation.stocktake.access;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A walk of a person whose name, address and words would be known again wherever they
 * turned up, through whatever goes wrong. Each step must be seen in the log, and nothing
 * of the person.
 */
@RunningStocktake
@ExtendWith(OutputCaptureExtension.class)
class NobodyInTheLogTest {

	private static final String NAME = "Quillamarker Zephyrine";

	private static final String MAILBOX = "quillamarker.zephyrine";

	private static final String WORDS = "Vexillologymarker in forty schools";

	private static final List<String> MARKERS = List.of("uillamarker", "ephyrine", "exillologymarker", "QUILLAMARKER");

	@Autowired
	private People people;

	@Autowired
	private Register register;

	@Autowired
	private Accounts accounts;

	@Autowired
	private ManagementService management;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private JdbcClient jdbc;

	private Contact person;

	private Party party;

	private CapturedOutput output;

	@BeforeEach
	void aPersonComes(CapturedOutput output) {
		this.output = output;
		root().setLevel(Level.INFO);
		this.party = this.people.party();
		String address = MAILBOX + System.nanoTime() + "@marker.example";
		this.register.addContact(new NewContact(this.party.id(), NAME, address, "en", null, "coordinator"));
		this.person = this.register.contactByEmail(address).orElseThrow();
		this.accounts.setPassword(this.person.userId(), People.PASSWORD);
	}

	@AfterEach
	void theLogIsAsItWas() {
		root().setLevel(Level.WARN);
	}

	@Test
	void nothingOfAPersonIsLoggedWhateverGoesWrong() {
		Visitor secretary = this.people.signedIn(this.people.secretary());
		Visitor coordinator = this.people.signedIn(this.person);
		secretary.get("/");
		coordinator.get("/");
		coordinator.get("/camunda/app/tasklist/default/");

		seen("A sign-in was refused: BadCredentialsException",
				() -> this.people.visitor().signIn(this.person.email(), WORDS + "1!"));
		seen("A sign-in was refused: BadCredentialsException",
				() -> this.people.visitor().signIn(this.person.userId(), WORDS + "1!"));
		seen("A sign-in was refused", () -> this.people.visitor().signIn(NAME, WORDS));
		seen("POST /** was answered with 403", () -> this.people.visitor()
			.postForm("/login", Map.of("account", this.person.email(), "password", WORDS, "_csrf", WORDS)));
		seen("PUT /api/updates/{cycle}/{initiative}/draft was answered with 400",
				() -> put(coordinator, "/api/updates/no%20cycle%20" + MAILBOX + "/A01-I01/draft",
						"{\"version\": 0, \"fields\": {\"progress\": \"" + WORDS + "\"}}"));
		seen("PUT /api/updates/{cycle}/{initiative}/draft was answered with 400",
				() -> put(coordinator, "/api/updates/ASEMME9/A01-I01/draft", "{" + WORDS));
		seen("GET /** was answered with 403", () -> coordinator.get("/desk/contacts?from=" + MAILBOX));
		seen("POST /camunda/** was answered with 403", () -> coordinator.camunda("POST",
				"/camunda/api/admin/setup/" + MAILBOX + "/user/create", "{\"profile\": {\"id\": \"" + NAME + "\"}}"));
		seen("POST /desk/contacts was answered with 422",
				() -> file(secretary, "party,name,e-mail,language,zone,role\n%s,%s,%s@@,xx,Nowhere/%s,nobody"
					.formatted(WORDS, NAME, MAILBOX, MAILBOX)));
		seen("POST /desk/contacts was answered with 422", () -> file(secretary, NAME + "\"" + WORDS));
		seen("was answered with 413", () -> file(secretary, (WORDS + "\n").repeat(450_000)));
		seen("POST /desk/plan was answered with 422",
				() -> secretary.postForm("/desk/plan", Map.of("text", WORDS + ": [", "name", MAILBOX + ".yaml")));
		assertThat(seen("SQL state 23514", this::aMailThatCannotBeWrittenDown)).as("what the engine says of it")
			.contains("ENGINE-14006");
	}

	/** Looks that the step wrote what it should, and nothing of the person. */
	private String seen(String line, Supplier<?> step) {
		int before = this.output.getAll().length();
		step.get();
		String written = this.output.getAll().substring(before);
		assertThat(written).contains(line).doesNotContain(MARKERS);
		return written;
	}

	/** The database's words quote the whole row: address, subject and text. */
	private Object aMailThatCannotBeWrittenDown() {
		long mail = mail();
		this.jdbc.sql("alter table mail add constraint sabotaged check (state <> 'sending') not valid").update();
		try {
			return run(mail);
		}
		finally {
			this.jdbc.sql("alter table mail drop constraint sabotaged").update();
		}
	}

	/** An invitation of the person that waits for its delivery. */
	private long mail() {
		return this.jdbc.sql("""
				with written as (
				    insert into mail (contact, recipient, state, queued_at, bundled_at, secret)
				    values (:contact, :email, 'queued', now(), now(), 'secret') returning id
				), lines as (insert into mail_line (mail, kind) select id, 'invitation' from written)
				select id from written""")
			.param("contact", this.person.id().value())
			.param("email", this.person.email())
			.query(Long.class)
			.single();
	}

	/** Runs it as the job executor would. */
	private Object run(long mail) {
		String instance = this.engine.getRuntimeService()
			.startProcessInstanceByKey("mail", "mail/" + mail, Map.of("mail", mail, "bundledAt", new java.util.Date()))
			.getId();
		for (int step = 0; step < 2; step++) {
			String job = this.management.createJobQuery().processInstanceId(instance).singleResult().getId();
			execute(job);
		}
		this.engine.getRuntimeService().deleteProcessInstance(instance, "seen");
		this.jdbc.sql("update mail set state = 'cancelled', secret = null where id = :mail")
			.param("mail", mail)
			.update();
		return instance;
	}

	private static Object put(Visitor visitor, String address, String json) {
		return visitor.send("PUT", address, "application/json", json);
	}

	private static Object file(Visitor visitor, String content) {
		return visitor.postParts("/desk/contacts", "multipart/form-data; boundary=cut", """
				--cut\r
				Content-Disposition: form-data; name="file"; filename="%s.csv"\r
				Content-Type: text/csv\r
				\r
				%s\r
				--cut--\r
				""".formatted(MAILBOX, content));
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	/** As the job executor does it, which goes on to the next job. */
	private void execute(String job) {
		try {
			ExecuteJobHelper.executeJob(job,
					((ProcessEngineConfigurationImpl) this.engine.getProcessEngineConfiguration())
						.getCommandExecutorTxRequired());
		}
		catch (RuntimeException ex) {
			ExecuteJobHelper.LOGGING_HANDLER.exceptionWhileExecutingJob(job, ex);
		}
	}

}
