import ArgumentParser
import Console
import DossierDomain
import DossierStore

extension OfficeCommand {
  struct Clerks: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Cán bộ của đơn vị, với mã mà tỉnh dùng để cho phép đăng nhập ở từng máy.",
          "The office's clerks, with the ids by which the province says who may sign in where."))
    }

    @Flag(name: .long, help: said("In ra JSON.", "JSON.")) var json = false
    @OptionGroup var global: GlobalOptions

    private struct Record: Encodable {
      var id: String
      var name: String
      var roles: [String]
    }

    func run() throws {
      let workplace = try global.openWorkplace()
      try OfficeCommand.reporting(workplace) { () throws(StoreError) in
        let records = try workplace.store.office.clerks().filter(\.isActive).map { clerk in
          Record(
            id: clerk.id.hexadecimal, name: clerk.name,
            roles: clerk.roles.sorted().map { $0.wording(workplace.language) })
        }
        if json { return Output.json(records) }
        for record in records {
          Output.data("\(record.id)  \(record.name)  \(record.roles.joined(separator: ", "))")
        }
      }
    }
  }
}
