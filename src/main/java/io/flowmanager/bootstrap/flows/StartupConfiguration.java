// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import io.flowmanager.bootstrap.config.Settings;
import io.flowmanager.bootstrap.config.UnreadSettings;
import io.flowmanager.bootstrap.routing.RouterSettings;
import io.flowmanager.bootstrap.routing.RouterSettingsReader;
import io.flowmanager.platform.config.CheckedSettings;
import io.flowmanager.platform.config.ConfigurationException;
import io.flowmanager.platform.secret.SecretFiles;
import io.flowmanager.saga.adapter.schema.NetworkntPayloadSchemas;
import io.flowmanager.saga.adapter.script.QuickJsScripts;
import io.flowmanager.saga.adapter.script.ScriptLimits;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.flow.FlowCompiler;
import io.flowmanager.saga.application.flow.FlowExaminer;
import io.flowmanager.saga.application.flow.FlowFactory;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * Reads settings and flows once, before other beans are created, and fails if one of them has a
 * fault.
 */
@ApplicationScoped
public class StartupConfiguration {

  private final Config config;
  private final SecretFiles secrets = new SecretFiles();
  private Settings settings;
  private FlowCatalog flows;
  private RouterSettings router;

  /** For the container's proxy. */
  protected StartupConfiguration() {
    this(null);
  }

  @Inject
  public StartupConfiguration(Config config) {
    this.config = config;
  }

  /**
   * @throws ConfigurationException with every fault of settings and flow files
   */
  @PostConstruct
  void read() {
    new UnreadSettings(config).warn();
    var checked = new CheckedSettings(config);
    settings = Settings.read(checked);
    var judge = new LintGate(checked, settings.lint());
    FlowCompiler compiler = compiler();
    var loader =
        new FlowLoader(
            checked,
            judge,
            new FlowFactory(
                new FlowExaminer(new FlowChecks(secrets)::faults, () -> compiler),
                settings.sagaIdPrefix()));
    flows =
        new FlowFiles(checked, loader)
            .load(settings.configurationsFilePath(), settings.flowsDirectory());
    new ArchiveCheck(checked).check(flows, settings.retention().archiveDirectory());
    router = new RouterSettingsReader(checked, this::isHosted, secrets).read();
    if (router.plan().isEmpty() && !settings.namesFlows()) {
      checked.fault(
          "No flow is configured. Set CONFIGURATIONS_FILE_PATH to a flow file, or FLOWS_DIRECTORY"
              + " to a folder of them; or set SUB_FLOW_CONFIGURATION_FILE_PATH to make this server"
              + " a router.");
    }
    List<String> faults = checked.faults();
    if (!faults.isEmpty()) {
      throw new ConfigurationException(faults);
    }
  }

  private FlowCompiler compiler() {
    Settings.ScriptSettings limits = settings.scripts();
    var scripts =
        new QuickJsScripts(
            new ScriptLimits(limits.processorTime(), limits.megabytes()),
            settings.lanes().count() + limits.threads(),
            Clock.systemUTC());
    return new FlowCompiler(
        scripts, new NetworkntPayloadSchemas(scripts, settings.payloadProcessorTime()));
  }

  public Settings settings() {
    return settings;
  }

  public FlowCatalog flows() {
    return flows;
  }

  public RouterSettings router() {
    return router;
  }

  /** Whether there is a sound flow of that name. */
  public boolean isHosted(String flow) {
    return flows.named(flow).isPresent();
  }

  public SecretFiles secrets() {
    return secrets;
  }
}
