package org.asemeducation.stocktake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.community.process_test_coverage.core.export.CoverageStateJsonExporter;
import org.camunda.community.process_test_coverage.core.model.Collector;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;
import org.springframework.beans.factory.DisposableBean;

/**
 * Draws which ways through the models the process tests have taken:
 * {@code target/process-test-coverage/process-tests/report.html}, written when the run
 * ends. Each way counts once, else the report of thousands of instances takes minutes.
 */
class ModelCoverage extends AbstractProcessEnginePlugin implements Collector, DisposableBean {

	private static final String NAME = "process-tests";

	private static final Path REPORT = Path.of("target/process-test-coverage", NAME);

	private static final Path SEEN = REPORT.resolve("seen");

	private final DefaultCollector collector = new DefaultCollector(new ExecutionContextModelProvider());

	private final Set<String> seen = new HashSet<>();

	ModelCoverage() {
		this.collector.createSuite(new Suite(NAME, "Process tests"));
		this.collector.activateSuite(NAME);
		this.collector.createRun(new Run(NAME, "All together"), NAME);
		this.collector.activateRun(NAME);
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
	}

	@Override
	public void postProcessEngineBuild(ProcessEngine engine) {
		new ProcessEngineAdapter(engine, this).initializeListeners();
	}

	@Override
	public synchronized void addEvent(Event event) {
		if (this.seen.add(event.getModelKey() + event.getDefinitionKey() + event.getType())) {
			this.collector.addEvent(event);
		}
	}

	/** The last of the run's JVMs to end draws what all of them have seen. */
	@Override
	public synchronized void destroy() throws IOException {
		Files.createDirectories(SEEN);
		Files.writeString(SEEN.resolve("%d.json".formatted(ProcessHandle.current().pid())), CoverageStateJsonExporter
			.createCoverageStateResult(this.collector.getSuites().values(), this.collector.getModels()));
		CoverageReportUtil.writeReport(seenInThisRun(), true, REPORT.toFile(), "report.html",
				CoverageReportUtil::generateHtml);
	}

	private static String seenInThisRun() throws IOException {
		long begun = ManagementFactory.getRuntimeMXBean().getStartTime();
		try (Stream<Path> files = Files.list(SEEN)) {
			return files.filter((file) -> file.toFile().lastModified() >= begun)
				.map(ModelCoverage::read)
				.reduce(CoverageStateJsonExporter::combineCoverageStateResults)
				.orElseThrow();
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
