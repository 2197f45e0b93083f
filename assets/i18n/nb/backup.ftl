# Sikkerhetskopier: kommandoene som tar og legger tilbake dem, og hva som er i veien for dem.

## Sikkerhetskopier

cli-backup = Ta en sikkerhetskopi av fondet mens andre arbeider i det
cli-restore = Legg tilbake en sikkerhetskopi av fondet
cli-arg-backup-to = Filen som sikkerhetskopien skal ligge i; den kan ikke finnes fra før
cli-arg-backup-from = Sikkerhetskopien
cli-arg-backup-anyway = Legg den tilbake også om noe ikke stemmer i den
done-backed-up = Sikkerhetskopien ligger i { $path }. Den er åpnet og kontrollert.
done-restored = { $path } er nå sikkerhetskopien fra { $from }.
done-restored-kept = Det som lå der før, ligger i { $path }.
done-not-restored = Sikkerhetskopien er ikke lagt tilbake, for noe stemmer ikke i den. Velg en annen, eller legg den tilbake likevel med --anyway.
cli-check-network = Filen ligger på en nettverksdisk ({ $kind }). Der ser to maskiner ikke hverandres låser, og fondet kan bli ødelagt. Flytt filen til en disk på maskinen med kommit backup.
error-fund-in-use = Noen har { $path } åpen. Ingenting er gjort. Vent til alle har avsluttet, og prøv igjen.
error-fund-log-left = { $log } står igjen etter noen som ikke fikk lukket fondet, og hører til filen den ligger ved siden av. Kjør kommit check på fondet, så tas den inn der, eller flytt den bort. Ingenting er gjort.
error-fund-on-network = { $path } ligger på en nettverksdisk ({ $kind }). Der ser to maskiner ikke hverandres låser, og fondet kan bli ødelagt. Velg en disk på maskinen.
error-backup-of-itself = Sikkerhetskopien og fondet er samme fil. Velg en annen fil.
error-backup-of-a-demo = Sikkerhetskopien er av et demofond, og { $path } er et virkelig fond. Velg en annen fil.
